package dev.millstream.rest.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * A body that has to come at a certain speed: a client that sends a byte now and then is given up.
 */
final class TimedBody extends InputStream {
    private static final long GRACE_MS = 20_000;
    private static final long MIN_BYTES_PER_MS = 32;

    private final InputStream body;
    private final long startNanos = System.nanoTime();
    private long count;

    TimedBody(InputStream body) {
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = body.read(target, offset, length);
        count += Math.max(0, read);
        long tookMs = (System.nanoTime() - startNanos) / 1_000_000;
        if (tookMs > GRACE_MS + count / MIN_BYTES_PER_MS) {
            throw new SocketTimeoutException(
                    "The body of the request came too slowly: "
                            + count
                            + " bytes in "
                            + tookMs / 1_000
                            + " s");
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
