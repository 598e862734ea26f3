package dev.millstream.transport;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkAcceptor;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import dev.millstream.transport.identity.Purpose;
import java.util.concurrent.CompletableFuture;

/** The links of one purpose. */
record PurposeNetwork(Connections connections, ListeningSockets listening, Purpose purpose)
        implements Network {
    @Override
    public CompletableFuture<Link> connect(Address address, LinkListener listener) {
        return new Dial(connections, address, purpose, listener).start();
    }

    @Override
    public CompletableFuture<Listening> listen(Address address, LinkAcceptor acceptor) {
        return listening.listen(purpose, address, acceptor);
    }
}
