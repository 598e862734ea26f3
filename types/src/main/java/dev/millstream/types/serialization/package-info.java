/** Finds or generates the serializer of a type. */
@NullMarked
package dev.millstream.types.serialization;

import org.jspecify.annotations.NullMarked;
