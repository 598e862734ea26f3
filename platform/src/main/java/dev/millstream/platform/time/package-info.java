/** Clocks and cancellable delays. */
@NullMarked
package dev.millstream.platform.time;

import org.jspecify.annotations.NullMarked;
