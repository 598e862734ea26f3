/** Differences between records, for triggers and evictors. */
@NullMarked
package dev.millstream.streaming.api.functions.windowing.delta;

import org.jspecify.annotations.NullMarked;
