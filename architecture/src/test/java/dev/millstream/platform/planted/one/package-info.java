/** Planted violations, which the rules of the house must catch. */
@NullMarked
package dev.millstream.platform.planted.one;

import org.jspecify.annotations.NullMarked;
