package dev.millstream.transport.frame;

import java.nio.ByteBuffer;

/** Takes what a {@link FrameReader} finds. */
public interface FrameSink {
    /**
     * A frame.
     *
     * @param payload on the heap; belongs to the sink
     */
    void data(ByteBuffer payload);

    /** The other side has closed the link. Nothing comes after it. */
    void last(String reason);
}
