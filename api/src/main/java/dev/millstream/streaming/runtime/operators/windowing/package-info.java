/** What evictors see of a window's records. */
@NullMarked
package dev.millstream.streaming.runtime.operators.windowing;

import org.jspecify.annotations.NullMarked;
