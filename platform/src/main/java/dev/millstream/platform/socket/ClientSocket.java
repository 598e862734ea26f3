package dev.millstream.platform.socket;

import dev.millstream.platform.link.Address;
import java.io.IOException;

/**
 * One connection to a server, whose bytes are read. {@link #connect} and {@link #read} block: they
 * are called in the blocking pool only, by one thread at a time. {@link #close} is for any thread.
 */
public interface ClientSocket extends AutoCloseable {
    /**
     * Connects; called once.
     *
     * @param timeoutMs at least 1
     * @throws IOException if nobody answers in time, or the socket is closed meanwhile
     */
    void connect(Address server, int timeoutMs) throws IOException;

    /**
     * Waits until there are bytes, and reads up to {@code length} of them, which is at least 1.
     *
     * @return how many were read; -1 when the server has sent its last one
     * @throws IOException if the connection breaks, or the socket is closed meanwhile
     */
    int read(byte[] target, int offset, int length) throws IOException;

    /** Ends the connection, and at once each call that waits on it. Doesn't block. Idempotent. */
    @Override
    void close();
}
