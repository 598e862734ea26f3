package dev.millstream.engine.exchange.channel;

import dev.millstream.engine.exchange.element.StreamEvent;

/** The producer's end of one channel: the batch that is being gathered. */
public abstract class ChannelOutput {
    /** Adds a record; waits for room when that makes the batch full. */
    public abstract void append(Object value, long timestamp);

    /**
     * {@link #append} of a record whose key has this hash. A channel is given hashes for all
     * records, or for none.
     */
    public abstract void appendHashed(Object value, long timestamp, int keyHash);

    /** Adds an event and hands it over, with the records before it; waits for room. */
    public abstract void event(StreamEvent event);

    /** Hands over what is gathered, if there is room. Returns whether nothing is left. */
    public abstract boolean tryFlush();

    /** Hands over what is gathered; waits for room. */
    public abstract void flush();
}
