package dev.millstream.platform.link;

import java.nio.ByteBuffer;

/**
 * An open connection between two processes, in both directions. Frames arrive whole, once, in the
 * order of sending, or the link breaks and both sides are told. Thread-safe.
 */
public interface Link {
    /** For logs: the other side's address as far as it is known. */
    String remote();

    /**
     * Sends a frame; never blocks. Dropped once the link is closed: {@link LinkListener#closed}
     * tells. Who sends bounds how much is under way (credits, asks).
     *
     * @param frame from position to limit; belongs to the link from now on
     */
    void send(ByteBuffer frame);

    /** Closes both directions after what was sent before. Idempotent. */
    void close(String reason);
}
