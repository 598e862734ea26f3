package dev.millstream.transport;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.Listening;
import dev.millstream.transport.identity.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The ports of a process: as a rule one, which all purposes share. Thread-safe.
 *
 * <p>Who wants any port of a host gets one that is open there and that does not accept the purpose
 * yet.
 */
final class ListeningSockets {
    private final Connections connections;

    /** Guarded by this. */
    private final List<ListeningSocket> open = new ArrayList<>();

    /** Guarded by this. */
    private boolean closed;

    ListeningSockets(Connections connections) {
        this.connections = connections;
    }

    CompletableFuture<Listening> listen(Purpose purpose, Address wanted, LinkAcceptor acceptor) {
        ListeningSocket made = new ListeningSocket(connections, wanted);
        synchronized (this) {
            if (closed) {
                return failed(wanted, "this process has ended its links");
            }
            open.removeIf(ListeningSocket::hasEnded);
            for (ListeningSocket socket : open) {
                if (socket.serves(wanted)) {
                    if (socket.join(purpose, acceptor)) {
                        return socket.opened(purpose, acceptor);
                    }
                    if (wanted.port() != 0) {
                        return failed(
                                wanted, "this process accepts links for " + purpose + " there");
                    }
                }
            }
            open.add(made);
            var _ = made.join(purpose, acceptor);
        }
        made.bind();
        return made.opened(purpose, acceptor);
    }

    /** Closes all ports. */
    void close() {
        List<ListeningSocket> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(open);
            open.clear();
        }
        ending.forEach(ListeningSocket::end);
    }

    private static CompletableFuture<Listening> failed(Address wanted, String why) {
        return CompletableFuture.failedFuture(
                new LinkException("Cannot listen at " + wanted + ": " + why));
    }
}
