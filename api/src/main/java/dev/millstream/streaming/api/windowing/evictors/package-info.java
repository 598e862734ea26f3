/** Evictors: which of a window's records its function doesn't see. */
@NullMarked
package dev.millstream.streaming.api.windowing.evictors;

import org.jspecify.annotations.NullMarked;
