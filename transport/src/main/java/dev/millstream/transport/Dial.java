package dev.millstream.transport;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.transport.admission.InitiatorHandler;
import dev.millstream.transport.identity.Purpose;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One attempt to open a link. Ends in time, with a link or with the reason why there is none. */
final class Dial implements InitiatorHandler.Outcome {
    private final Connections connections;
    private final Address address;
    private final Purpose purpose;
    private final LinkListener listener;
    private final CompletableFuture<Link> result = new CompletableFuture<>();

    Dial(Connections connections, Address address, Purpose purpose, LinkListener listener) {
        this.connections = connections;
        this.address = address;
        this.purpose = purpose;
        this.listener = listener;
    }

    CompletableFuture<Link> start() {
        if (connections.isClosed()) {
            refused("this process has ended its links");
            return result;
        }
        long timeoutMs = connections.settings().connectTimeoutMs();
        Runnable cancelTimeout =
                connections.schedule(
                        () ->
                                refused(
                                        "no answer within "
                                                + timeoutMs
                                                + " ms (transport.connect.timeout); does a process"
                                                + " of Millstream listen there, and is it alive?"),
                        timeoutMs);
        var _ = result.whenComplete((_, _) -> cancelTimeout.run());
        var _ = Hosts.resolve(address.host()).whenComplete(this::resolved);
        return result;
    }

    private void resolved(@Nullable InetAddress host, @Nullable Throwable failure) {
        if (host == null) {
            refused(
                    failure instanceof UnknownHostException
                            ? "the host '" + address.host() + "' is not known"
                            : String.valueOf(failure));
        } else if (!connections.isAllowed(host)) {
            refused(
                    "it is not on this machine, and links that leave it have to be encrypted: set"
                            + " security.ssl.internal.enabled");
        } else if (!result.isDone()) {
            connect(host);
        }
    }

    private void connect(InetAddress host) {
        ChannelFuture connecting;
        try {
            connecting =
                    connections
                            .initiator(() ->
                                    InitiatorHandler.create(
                                            connections.admission(), purpose, listener, this))
                            .connect(new InetSocketAddress(host, address.port()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            refused(String.valueOf(e.getMessage()));
            return;
        }
        var _ =
                connecting.addListener(_ -> {
                    Throwable cause = connecting.cause();
                    if (cause != null) {
                        refused(
                                cause instanceof ConnectException
                                        ? "nobody listens there (connection refused); is the"
                                                + " process running?"
                                        : String.valueOf(cause.getMessage()));
                    }
                });
        var _ =
                result.whenComplete((_, why) -> {
                    if (why != null) {
                        hangUp(connecting.channel());
                    }
                });
    }

    /** After what the connection's event loop does now: it may say why it refuses. */
    private static void hangUp(Channel channel) {
        try {
            channel.eventLoop()
                    .execute(() -> {
                        var _ = channel.close();
                    });
        } catch (IllegalStateException | RejectedExecutionException e) {
            // It belongs to no event loop, or to one that has ended: nothing was opened.
            var _ = channel.close();
        }
    }

    @Override
    public boolean opened(Link link) {
        return result.complete(link);
    }

    @Override
    public void refused(String why) {
        result.completeExceptionally(
                new LinkException(
                        "Cannot open a link for " + purpose + " to " + address + ": " + why));
    }
}
