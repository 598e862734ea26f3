/** Assigners: which windows a record belongs to. */
@NullMarked
package dev.millstream.streaming.api.windowing.assigners;

import org.jspecify.annotations.NullMarked;
