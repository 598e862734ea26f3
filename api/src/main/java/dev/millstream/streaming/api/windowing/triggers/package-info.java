/** Triggers: when windows are complete. */
@NullMarked
package dev.millstream.streaming.api.windowing.triggers;

import org.jspecify.annotations.NullMarked;
