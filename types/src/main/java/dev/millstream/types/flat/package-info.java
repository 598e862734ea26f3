/** Small objects as numbers in arrays. */
@NullMarked
package dev.millstream.types.flat;

import org.jspecify.annotations.NullMarked;
