/**
 * The producer's end of each channel: the batch in the making, and where it goes when it is full.
 */
@NullMarked
package dev.millstream.engine.exchange.channel;

import org.jspecify.annotations.NullMarked;
