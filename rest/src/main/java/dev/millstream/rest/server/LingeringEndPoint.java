package dev.millstream.rest.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/** A connection that is left to {@link LingeringCloses} if its client still sends at its end. */
final class LingeringEndPoint extends SocketChannelEndPoint {
    private final SelectionKey key;
    private final LingeringCloses closes;

    // Jetty's threads take turns on a connection: volatile hands these on from one to the next.
    private volatile boolean answered;
    private volatile boolean ended;
    private volatile boolean left;

    LingeringEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            LingeringCloses closes) {
        super(channel, selector, key, scheduler);
        this.key = key;
        this.closes = closes;
    }

    @Override
    protected void doShutdownOutput() {
        super.doShutdownOutput();
        answered = true;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        if (left) {
            return -1;
        }
        int filled = super.fill(buffer);
        ended |= filled < 0;
        return filled;
    }

    @Override
    public boolean isOpen() {
        return !left && super.isOpen();
    }

    @Override
    public void doClose() {
        left = answered && !ended && closes.take(getChannel(), key.selector());
        if (!left) {
            super.doClose();
        }
    }
}
