/** Serializers of classes with fields, generated on first use. */
@NullMarked
package dev.millstream.types.composite;

import org.jspecify.annotations.NullMarked;
