/** What functions on streams are told of time. */
@NullMarked
package dev.millstream.streaming.api;

import org.jspecify.annotations.NullMarked;
