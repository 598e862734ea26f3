package dev.millstream.transport;

import dev.millstream.platform.link.Network;
import dev.millstream.transport.admission.Admission;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.link.LinkTraffic;
import dev.millstream.transport.link.NettyLink;
import dev.millstream.transport.socket.Sockets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process's links to other processes, over TCP. All purposes share one port: the handshake that
 * begins every connection says what it is for, and proves that both sides belong to one cluster.
 * Thread-safe.
 */
public final class NettyTransport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NettyTransport.class);
    private static final long PATIENCE_MS = 1_000;

    private final Sockets sockets;
    private final Connections connections;
    private final ListeningSockets listening;
    private final AtomicBoolean closed = new AtomicBoolean();

    private NettyTransport(TransportSettings settings, Sockets sockets, Admission admission) {
        this.sockets = sockets;
        this.connections = new Connections(settings, admission, sockets);
        this.listening = new ListeningSockets(connections);
    }

    /**
     * Opens a process's transport. Listens nowhere yet. Reads certificates, if links are encrypted.
     *
     * @throws IllegalArgumentException if the settings can't be met; the message names the option
     */
    public static NettyTransport open(TransportSettings settings, ProcessIdentity identity) {
        String process = identity.role().name().toLowerCase(Locale.ROOT).replace("_", "");
        Sockets sockets = Sockets.open(settings.sockets(), process);
        try {
            Admission admission = new Admission(identity, settings.admission(), settings.links());
            return new NettyTransport(settings, sockets, admission);
        } catch (RuntimeException e) {
            end(sockets);
            throw e;
        }
    }

    /**
     * The links for one purpose. Whoever listens gets the port that another purpose listens at
     * already, if it asks for that one or, with 0, for any.
     */
    public Network network(Purpose purpose) {
        return new PurposeNetwork(connections, listening, purpose);
    }

    /** What was carried for a purpose since the start. */
    public LinkTraffic.Counts traffic(Purpose purpose) {
        return connections.admission().traffic(purpose);
    }

    /**
     * What there is now.
     *
     * @param links open
     * @param unprovenConnections that came in and have not proved anything yet
     * @param refusedConnections since the start
     * @param pendingBytes that wait to be sent, over all links
     */
    public record Usage(
            int links, int unprovenConnections, long refusedConnections, long pendingBytes) {}

    /** What is in use now. */
    public Usage usage() {
        Admission admission = connections.admission();
        return new Usage(
                admission.links().size(),
                admission.unproven().count(),
                admission.refusals().total(),
                admission.links().stream().mapToLong(NettyLink::pendingBytes).sum());
    }

    /**
     * Stops listening, closes all links after what was sent before, as far as that goes in a
     * second, and ends all threads. Not to be called by a listener of a link. Idempotent.
     *
     * @throws IllegalStateException on a thread of the transport, which would wait for itself
     */
    @Override
    public void close() {
        if (sockets.isOnLoop()) {
            throw new IllegalStateException("A transport can't be closed by its own thread");
        }
        if (closed.getAndSet(true)) {
            return;
        }
        listening.close();
        try {
            connections.close(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info("Interrupted while links were closing; the rest of them breaks");
        }
        end(sockets);
    }

    private static void end(Sockets sockets) {
        try {
            sockets.close(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
