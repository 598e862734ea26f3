/** Streams, and what can be done with them. */
@NullMarked
package dev.millstream.streaming.api.datastream;

import org.jspecify.annotations.NullMarked;
