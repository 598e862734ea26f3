package dev.millstream.transport;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.Listening;
import dev.millstream.transport.admission.Admission;
import dev.millstream.transport.identity.Purpose;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A port with who accepts links there, one for each purpose. It is closed with the last of them.
 * Thread-safe.
 */
final class ListeningSocket implements Admission.Acceptors {
    private final Connections connections;
    private final Address wanted;
    private final CompletableFuture<Address> bound = new CompletableFuture<>();

    /** Guarded by this, like all that follows. */
    private final Map<Purpose, LinkAcceptor> acceptors = new EnumMap<>(Purpose.class);

    private boolean ended;
    private @Nullable Channel channel;

    ListeningSocket(Connections connections, Address wanted) {
        this.connections = connections;
        this.wanted = wanted;
    }

    /** Whether somebody who wants this address can have it here. */
    boolean serves(Address address) {
        int port = bound.isDone() && !bound.isCompletedExceptionally() ? bound.join().port() : 0;
        return address.host().equals(wanted.host())
                && (address.port() == 0
                        || address.port() == wanted.port()
                        || address.port() == port);
    }

    /** Joins; false if that is not possible any more, or somebody accepts this purpose already. */
    synchronized boolean join(Purpose purpose, LinkAcceptor acceptor) {
        return !ended && acceptors.putIfAbsent(purpose, acceptor) == null;
    }

    /** Completed once the port is open. */
    CompletableFuture<Listening> opened(Purpose purpose, LinkAcceptor acceptor) {
        return bound.thenApply(address -> new Joined(this, address, purpose, acceptor));
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized Optional<LinkAcceptor> of(Purpose purpose) {
        return Optional.ofNullable(acceptors.get(purpose));
    }

    private synchronized void leave(Purpose purpose, LinkAcceptor acceptor) {
        if (acceptors.remove(purpose, acceptor) && acceptors.isEmpty()) {
            end();
        }
    }

    /** Closes the port. */
    synchronized void end() {
        ended = true;
        acceptors.clear();
        Channel open = channel;
        if (open != null) {
            var _ = open.close();
        }
    }

    /** Opens the port. */
    void bind() {
        String host = connections.settings().bindHost().orElse(wanted.host());
        var _ =
                Hosts.resolve(host)
                        .whenComplete((found, failure) -> {
                            if (found == null) {
                                fail(
                                        failure instanceof UnknownHostException
                                                ? "the host '" + host + "' is not known"
                                                : String.valueOf(failure));
                            } else if (!connections.isAllowed(found)) {
                                fail(
                                        "others than this machine can reach "
                                                + host
                                                + ", and their links have to be encrypted: set"
                                                + " security.ssl.internal.enabled, or listen at"
                                                + " 127.0.0.1");
                            } else {
                                bind(found);
                            }
                        });
    }

    private void bind(InetAddress host) {
        try {
            ChannelFuture binding =
                    connections.acceptor(this).bind(new InetSocketAddress(host, wanted.port()));
            var _ = binding.addListener(_ -> bound(binding));
        } catch (IllegalArgumentException | IllegalStateException e) {
            fail(e.getMessage() + " (" + connections.settings().portOption() + ")");
        }
    }

    private void bound(ChannelFuture binding) {
        Throwable cause = binding.cause();
        if (cause != null) {
            fail(explain(String.valueOf(cause.getMessage())));
            return;
        }
        synchronized (this) {
            channel = binding.channel();
            if (ended) {
                var _ = binding.channel().close();
            }
        }
        InetSocketAddress local = (InetSocketAddress) binding.channel().localAddress();
        bound.complete(new Address(wanted.host(), local.getPort()));
    }

    private String explain(String cause) {
        return cause.contains("already in use")
                ? "the port is in use; end the process that has it, or set another one ("
                        + connections.settings().portOption()
                        + ")"
                : cause;
    }

    private void fail(String why) {
        end();
        bound.completeExceptionally(new LinkException("Cannot listen at " + wanted + ": " + why));
    }

    /** What whoever accepts links of one purpose holds. */
    private record Joined(
            ListeningSocket socket, Address address, Purpose purpose, LinkAcceptor acceptor)
            implements Listening {
        @Override
        public void close() {
            socket.leave(purpose, acceptor);
        }
    }
}
