/** Streams of records whose static type isn't known, with schemas in-band. */
@NullMarked
package dev.millstream.types.record;

import org.jspecify.annotations.NullMarked;
