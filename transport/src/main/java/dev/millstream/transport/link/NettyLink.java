package dev.millstream.transport.link;

import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.transport.frame.BrokenFrameException;
import dev.millstream.transport.frame.FrameQueue;
import dev.millstream.transport.frame.FrameReader;
import dev.millstream.transport.frame.FrameSink;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open link. {@link #send} and {@link #close} come from any thread; all else happens on the
 * connection's event loop, which also calls the listener.
 *
 * <p>A link is open until somebody closes it: this side (then it lingers, until what was sent
 * before is written and the other side has ended the connection, or time is up), the other side, or
 * the network. The listener is told at the first of these.
 */
public final class NettyLink implements Link {
    private static final Logger LOG = LoggerFactory.getLogger(NettyLink.class);

    /** How long the other side has to hear that what it sends makes no sense. */
    private static final long FAILED_LINGER_MS = 500;

    private final Channel channel;
    private final String remote;
    private final LinkLimits limits;
    private final LinkTraffic traffic;
    private final FrameQueue queue;
    private final FrameReader reader;
    private final FrameSink sink = new Received();

    /** Set once, by the first who ends this link; stops senders. */
    private final AtomicReference<@Nullable String> ending = new AtomicReference<>();

    /** Whether the event loop will look at the queue anyway. */
    private final AtomicBoolean drainScheduled = new AtomicBoolean();

    /** Null before the beginning and after the end. By the event loop only. */
    private @Nullable LinkListener listener;

    /** Whether what arrives still makes sense. By the event loop only. */
    private boolean readable = true;

    /**
     * A link over a connection whose handshake is done. On its event loop; {@link #begin} follows
     * before anything else happens there.
     *
     * @param remote the other side, for logs
     */
    public NettyLink(Channel channel, String remote, LinkLimits limits, LinkTraffic traffic) {
        this.channel = channel;
        this.remote = remote;
        this.limits = limits;
        this.traffic = traffic;
        this.queue = new FrameQueue(limits.maxPendingBytes());
        this.reader = new FrameReader(limits.maxFrameBytes());
    }

    /** The listener is told of all that happens from now on. On the event loop. */
    public void begin(LinkListener told) {
        listener = told;
    }

    /** What drives this link, for the connection's pipeline. */
    public ChannelHandler handler() {
        return new LinkHandler(this);
    }

    @Override
    public String remote() {
        return remote;
    }

    /** What waits to be sent. From any thread. */
    public long pendingBytes() {
        return queue.pendingBytes();
    }

    /** Whether it goes over this connection. */
    public boolean isOver(Channel connection) {
        return channel.equals(connection);
    }

    @Override
    public void send(ByteBuffer frame) {
        if (ending.get() != null) {
            return;
        }
        if (frame.remaining() > limits.maxFrameBytes()) {
            abandon(
                    "a frame of "
                            + frame.remaining()
                            + " bytes is too large for a link, which carries at most "
                            + limits.maxFrameBytes()
                            + " (transport.frame.max-size)");
        } else if (!queue.add(frame)) {
            abandon(
                    "the other side does not read what it is sent: "
                            + queue.pendingBytes()
                            + " bytes wait, and at most "
                            + limits.maxPendingBytes()
                            + " may (transport.send.max-pending)");
        } else if (!drainScheduled.getAndSet(true)) {
            execute(this::drain);
        }
    }

    @Override
    public void close(String reason) {
        if (ending.compareAndSet(null, reason)) {
            execute(() -> linger(reason, limits.lingerMs()));
        }
    }

    /** Closes without sending what waits. From any thread. */
    private void abandon(String reason) {
        if (ending.compareAndSet(null, reason)) {
            execute(() -> {
                queue.drop();
                linger(reason, limits.lingerMs());
            });
        }
    }

    private void execute(Runnable action) {
        try {
            channel.eventLoop().execute(action);
        } catch (RejectedExecutionException e) {
            LOG.debug("The transport has ended before link {}", remote);
        }
    }

    /** Tells, sends the rest and the reason, and gives up on that after a while. */
    private void linger(String reason, long patienceMs) {
        tell(reason);
        queue.finish(reason);
        drain();
        var timeout = channel.eventLoop().schedule(this::hangUp, patienceMs, TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> timeout.cancel(false));
    }

    void hangUp() {
        var _ = channel.close();
    }

    /** Writes as much as the socket takes, all at once. */
    void drain() {
        drainScheduled.set(false);
        if (!channel.isActive()) {
            queue.drop();
            return;
        }
        long frames = queue.takenFrames();
        long bytes = 0;
        while (channel.isWritable()) {
            ByteBuf piece = queue.take(channel.alloc());
            if (piece == null) {
                break;
            }
            bytes += piece.readableBytes();
            var _ = channel.write(piece, channel.voidPromise());
        }
        if (bytes > 0) {
            traffic.sent(queue.takenFrames() - frames, bytes);
            channel.flush();
        }
    }

    /** Bytes have arrived. They stay the caller's. */
    public void receive(ByteBuf in) {
        if (!readable) {
            return;
        }
        traffic.receivedBytes(in.readableBytes());
        try {
            reader.read(in, sink);
        } catch (BrokenFrameException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    /** This side can't go on. */
    private void fail(String reason) {
        LOG.warn("The link to {} is of no more use: {}", remote, reason);
        readable = false;
        ending.compareAndSet(null, reason);
        queue.drop();
        linger(reason, Math.min(FAILED_LINGER_MS, limits.lingerMs()));
    }

    /** There is nobody to talk to any more. */
    void lost(String reason) {
        tell(reason);
        queue.drop();
        hangUp();
    }

    private void tell(String reason) {
        ending.compareAndSet(null, reason);
        LinkListener told = listener;
        if (told != null) {
            listener = null;
            try {
                told.closed(this, reason);
            } catch (RuntimeException e) {
                LOG.error("The end of the link to {} was not dealt with", remote, e);
            }
        }
    }

    @Override
    public String toString() {
        return "link to " + remote;
    }

    /** Hands frames over, until this side ends the link. */
    private final class Received implements FrameSink {
        @Override
        public void data(ByteBuffer payload) {
            traffic.receivedFrame();
            LinkListener told = listener;
            if (told == null || ending.get() != null) {
                return;
            }
            try {
                told.received(NettyLink.this, payload);
            } catch (RuntimeException e) {
                LOG.error("A frame from {} was not dealt with", remote, e);
                fail("the receiver of its frames failed: " + e);
            }
        }

        @Override
        public void last(String reason) {
            lost("closed by the other side: " + reason);
        }
    }
}
