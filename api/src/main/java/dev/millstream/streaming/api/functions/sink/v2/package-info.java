/** Sinks that are built in. */
@NullMarked
package dev.millstream.streaming.api.functions.sink.v2;

import org.jspecify.annotations.NullMarked;
