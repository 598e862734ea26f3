/** Tests of sources and sinks that are built in, as a task would run them. */
@NullMarked
package dev.millstream.source;

import org.jspecify.annotations.NullMarked;
