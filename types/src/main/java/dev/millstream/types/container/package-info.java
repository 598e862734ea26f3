/** Serializers of collections, maps, optionals, arrays and enums. */
@NullMarked
package dev.millstream.types.container;

import org.jspecify.annotations.NullMarked;
