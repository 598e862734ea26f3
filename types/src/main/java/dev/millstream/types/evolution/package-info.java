/** Reads what was written when classes were different, and says what can't be read. */
@NullMarked
package dev.millstream.types.evolution;

import org.jspecify.annotations.NullMarked;
