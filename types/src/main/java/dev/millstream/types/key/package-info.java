/** Stable hashes of keys and the key groups that follow from them. */
@NullMarked
package dev.millstream.types.key;

import org.jspecify.annotations.NullMarked;
