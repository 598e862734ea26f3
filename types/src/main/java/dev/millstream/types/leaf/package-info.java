/** Serializers of types with a format of their own. */
@NullMarked
package dev.millstream.types.leaf;

import org.jspecify.annotations.NullMarked;
