/** The data exchange of one process: makes partitions and gates, and connects them. */
@NullMarked
package dev.millstream.engine.exchange;

import org.jspecify.annotations.NullMarked;
