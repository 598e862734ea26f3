/** Windows: by slices where they are regular, by triggers and timers where they are not. */
@NullMarked
package dev.millstream.engine.window;

import org.jspecify.annotations.NullMarked;
