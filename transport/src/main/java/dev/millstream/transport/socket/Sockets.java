package dev.millstream.transport.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** The event loops of a process, and sockets on them. Thread-safe. */
public final class Sockets {
    private static final int BACKLOG = 1_024;

    /** How much a socket takes before it counts as full, and until it counts as free again. */
    private static final WriteBufferWaterMark WATER_MARK =
            new WriteBufferWaterMark(128 * 1024, 512 * 1024);

    private static final int LEAST_READ_BYTES = 512;
    private static final int FIRST_READ_BYTES = 16 * 1024;
    private static final int MOST_READ_BYTES = 256 * 1024;

    static {
        // Loading the recorder's classes, and asking all network interfaces for an id that only
        // logs use, took a quarter of the time that the first link took.
        setDefault("io.netty.jfr.enabled", "false");
        byte[] id = new byte[Long.BYTES];
        new SecureRandom().nextBytes(id);
        setDefault("io.netty.machineId", HexFormat.ofDelimiter(":").formatHex(id));
    }

    private final SocketKind kind;
    private final EventLoopGroup loops;
    private final int userTimeoutMs;

    private Sockets(SocketKind kind, EventLoopGroup loops, int userTimeoutMs) {
        this.kind = kind;
        this.loops = loops;
        this.userTimeoutMs = userTimeoutMs;
    }

    /**
     * Starts event loops; their threads start when they are needed.
     *
     * @param process for the threads' names
     * @throws IllegalArgumentException if the machine has no such sockets
     */
    public static Sockets open(SocketSettings settings, String process) {
        SocketKind kind = SocketKind.of(settings.type());
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(
                        settings.threads(),
                        new DefaultThreadFactory(process + "-links", true),
                        kind.ioHandlers());
        return new Sockets(kind, loops, settings.userTimeoutMs());
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Prepares a listening socket; {@code child} is put on each connection that comes in. */
    public ServerBootstrap acceptor(ChannelHandler child) {
        return new ServerBootstrap()
                .group(loops)
                .channelFactory(kind::newServer)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .childHandler(child);
    }

    /** Prepares a connection. */
    public Bootstrap initiator(ChannelHandler handler) {
        return new Bootstrap()
                .group(loops.next())
                .channelFactory(kind::newClient)
                .disableResolver()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(handler);
    }

    /** Sets what every connection has in common. */
    public void tune(Channel channel) {
        channel.config()
                .setRecvByteBufAllocator(
                        new AdaptiveRecvByteBufAllocator(
                                LEAST_READ_BYTES, FIRST_READ_BYTES, MOST_READ_BYTES));
        kind.setProbes(channel, userTimeoutMs);
    }

    /**
     * Runs something later, on an event loop.
     *
     * @return calls it off
     */
    public Runnable schedule(Runnable action, long delayMs) {
        var timer = loops.next().schedule(action, delayMs, TimeUnit.MILLISECONDS);
        return () -> timer.cancel(false);
    }

    /** Whether this thread runs an event loop, which must not wait for others. */
    public boolean isOnLoop() {
        for (var loop : loops) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    /** Ends all threads; waits for them a limited time. */
    public void close(long patienceMs) throws InterruptedException {
        var _ = loops.shutdownGracefully(0, patienceMs, TimeUnit.MILLISECONDS);
        var _ = loops.awaitTermination(patienceMs, TimeUnit.MILLISECONDS);
    }
}
