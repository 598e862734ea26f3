package dev.millstream.transport;

import dev.millstream.transport.admission.AcceptorHandler;
import dev.millstream.transport.admission.Admission;
import dev.millstream.transport.admission.InitiatorHandler;
import dev.millstream.transport.link.NettyLink;
import dev.millstream.transport.socket.Sockets;
import dev.millstream.transport.tls.TlsContexts;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** All connections of a process, and how new ones are set up. Thread-safe. */
final class Connections {
    private final TransportSettings settings;
    private final Admission admission;
    private final Sockets sockets;
    private final Optional<TlsContexts> tls;
    private final Set<Channel> open = ConcurrentHashMap.newKeySet();

    /** Written by {@link #close}; read by whoever adds a connection. */
    private volatile boolean closed;

    Connections(TransportSettings settings, Admission admission, Sockets sockets) {
        this.settings = settings;
        this.admission = admission;
        this.sockets = sockets;
        this.tls = settings.tls().map(TlsContexts::load);
    }

    TransportSettings settings() {
        return settings;
    }

    Admission admission() {
        return admission;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether an address may be used: without encryption only this machine's own. */
    boolean isAllowed(InetAddress address) {
        return tls.isPresent() || address.isLoopbackAddress();
    }

    /** For a port whose links are accepted so. */
    ServerBootstrap acceptor(Admission.Acceptors acceptors) {
        return sockets.acceptor(
                new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        add(channel);
                        long timeoutMs = settings.admission().handshakeTimeoutMs();
                        tls.ifPresent(contexts ->
                                channel.pipeline().addLast(contexts.acceptor(channel, timeoutMs)));
                        channel.pipeline().addLast(AcceptorHandler.create(admission, acceptors));
                    }
                });
    }

    /** For a connection to another process. */
    Bootstrap initiator(Supplier<InitiatorHandler> handler) {
        return sockets.initiator(
                new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        add(channel);
                        long timeoutMs = settings.connectTimeoutMs();
                        tls.ifPresent(contexts ->
                                channel.pipeline().addLast(contexts.initiator(channel, timeoutMs)));
                        channel.pipeline().addLast(handler.get());
                    }
                });
    }

    /** Runs something later, on an event loop. */
    Runnable schedule(Runnable action, long delayMs) {
        return sockets.schedule(action, delayMs);
    }

    private void add(Channel channel) {
        open.add(channel);
        var _ = channel.closeFuture().addListener(_ -> open.remove(channel));
        if (closed) {
            var _ = channel.close();
        } else {
            sockets.tune(channel);
        }
    }

    /** Ends all connections; links say so first, in a limited time. */
    void close(long patienceMs) throws InterruptedException {
        closed = true;
        Set<NettyLink> links = admission.links();
        links.forEach(link -> link.close("the process has ended"));
        for (Channel channel : open) {
            if (links.stream().noneMatch(link -> link.isOver(channel))) {
                var _ = channel.close();
            }
        }
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        for (Channel channel : open) {
            var _ =
                    channel.closeFuture()
                            .await(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        for (Channel channel : open) {
            var _ = channel.close().await(patienceMs);
        }
    }
}
