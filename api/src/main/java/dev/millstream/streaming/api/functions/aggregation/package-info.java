/** Sums and extrema by field: reduce functions that {@code KeyedStream} makes. */
@NullMarked
package dev.millstream.streaming.api.functions.aggregation;

import org.jspecify.annotations.NullMarked;
