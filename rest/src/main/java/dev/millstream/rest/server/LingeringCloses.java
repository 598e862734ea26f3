package dev.millstream.rest.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads on, and discards, on connections whose last answer is out while their clients still send
 * (RFC 9112, section 9.6). If such a connection were closed at once, its client would be told that
 * it was reset, and the answer, which says why, would be lost. Bytes, time and the number of
 * connections are limited. Thread-safe.
 */
final class LingeringCloses extends AbstractLifeCycle {
    private static final Logger LOG = LoggerFactory.getLogger(LingeringCloses.class);
    private static final int MAX_CONNECTIONS = 64;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long PAUSE_MS = 2;
    private static final long MAX_SILENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long MAX_NANOS_PER_BYTE = TimeUnit.MILLISECONDS.toNanos(1) / 32;

    private final long maxBytes;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    /**
     * @param maxBytes how much is discarded on one connection
     */
    LingeringCloses(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes a connection over, to close it later.
     *
     * @param selector that the channel is registered with: only when it has been woken is a closed
     *     channel's socket closed, too
     * @return whether it does; else the caller closes it
     */
    boolean take(SocketChannel channel, Selector selector) {
        if (!isRunning() || open.size() >= MAX_CONNECTIONS) {
            return false;
        }
        open.add(channel);
        Thread.ofVirtual().name("rest linger").start(() -> linger(channel, selector));
        return true;
    }

    private void linger(SocketChannel channel, Selector selector) {
        try (channel) {
            discard(channel);
        } catch (IOException e) {
            LOG.debug("A client has broken off what nobody wanted", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            selector.wakeup();
            open.remove(channel);
        }
    }

    /** The channel doesn't block: the server's selector still has it. */
    private void discard(SocketChannel channel) throws IOException, InterruptedException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long startNanos = System.nanoTime();
        long lastNanos = startNanos;
        long count = 0;
        for (int read = 0; read >= 0 && count <= maxBytes; read = channel.read(buffer.clear())) {
            long nowNanos = System.nanoTime();
            if (read > 0) {
                count += read;
                lastNanos = nowNanos;
            } else if (nowNanos - lastNanos > MAX_SILENCE_NANOS) {
                return;
            } else {
                Thread.sleep(PAUSE_MS);
            }
            if (nowNanos - startNanos > GRACE_NANOS + count * MAX_NANOS_PER_BYTE) {
                return;
            }
        }
    }

    @Override
    protected void doStop() {
        open.forEach(IO::close);
    }
}
