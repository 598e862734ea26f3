package dev.millstream.transport.link;

import java.util.concurrent.atomic.LongAdder;

/** Counts what all links of one purpose carry. Thread-safe. */
public final class LinkTraffic {
    private final LongAdder framesSent = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private final LongAdder framesReceived = new LongAdder();
    private final LongAdder bytesReceived = new LongAdder();

    /**
     * Counts since the start, of frames and of bytes on the wire without encryption.
     *
     * @param framesSent given to the socket, whole
     * @param bytesSent given to the socket
     */
    public record Counts(
            long framesSent, long bytesSent, long framesReceived, long bytesReceived) {}

    public Counts counts() {
        return new Counts(
                framesSent.sum(), bytesSent.sum(), framesReceived.sum(), bytesReceived.sum());
    }

    void sent(long frames, long bytes) {
        framesSent.add(frames);
        bytesSent.add(bytes);
    }

    void receivedBytes(long bytes) {
        bytesReceived.add(bytes);
    }

    void receivedFrame() {
        framesReceived.increment();
    }
}
