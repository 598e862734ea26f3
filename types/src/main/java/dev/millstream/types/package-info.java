/** How values become bytes: serializers, the bytes they write and read, and schemas. */
@NullMarked
package dev.millstream.types;

import org.jspecify.annotations.NullMarked;
