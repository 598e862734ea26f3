package dev.millstream.platform.link;

import java.nio.ByteBuffer;

/**
 * Receives what arrives on one link. Calls come one at a time, in order, on a thread of the
 * network: they must not block.
 */
public interface LinkListener {
    /**
     * A frame has arrived.
     *
     * @param frame from position to limit; belongs to the receiver
     */
    void received(Link link, ByteBuffer frame);

    /** The link is gone, for whatever reason. Called exactly once, as the last call. */
    void closed(Link link, String reason);
}
