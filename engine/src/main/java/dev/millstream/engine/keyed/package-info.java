/** Operators whose functions have state and timers by key. */
@NullMarked
package dev.millstream.engine.keyed;

import org.jspecify.annotations.NullMarked;
