/** Timers by key and time. */
@NullMarked
package dev.millstream.engine.timer;

import org.jspecify.annotations.NullMarked;
