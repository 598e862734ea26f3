/** Planted violations, which the rules of the house must catch. */
@NullMarked
package dev.millstream.nowhere.planted;

import org.jspecify.annotations.NullMarked;
