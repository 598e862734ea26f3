package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.BatchBounds;
import dev.millstream.platform.mark.Marks;
import dev.millstream.platform.random.Randomness;
import dev.millstream.platform.time.Clock;

/**
 * What all outputs of an exchange have in common.
 *
 * @param bounds when a batch is full
 * @param bufferTimeoutNs how long a record may wait in one that is not
 * @param clock for that
 * @param randomness for partitioners that choose at random
 * @param marks told of full queues
 * @param hints told of records that are copied
 */
public record OutputSettings(
        BatchBounds bounds,
        long bufferTimeoutNs,
        Clock clock,
        Randomness randomness,
        Marks marks,
        CopyHints hints) {}
