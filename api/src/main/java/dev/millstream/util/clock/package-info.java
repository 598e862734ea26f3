/** Clocks as functions see them. */
@NullMarked
package dev.millstream.util.clock;

import org.jspecify.annotations.NullMarked;
