/** Channels between processes: frames, links, credits. */
@NullMarked
package dev.millstream.engine.exchange.remote;

import org.jspecify.annotations.NullMarked;
