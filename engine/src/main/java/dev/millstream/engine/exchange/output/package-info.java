/** The producing side: partitioners, batches in the making, result partitions. */
@NullMarked
package dev.millstream.engine.exchange.output;

import org.jspecify.annotations.NullMarked;
