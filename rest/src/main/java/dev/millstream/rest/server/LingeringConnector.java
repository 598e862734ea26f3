package dev.millstream.rest.server;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Takes connections, and gives their clients the time to read what refuses them. */
final class LingeringConnector extends ServerConnector {
    private final LingeringCloses closes;

    /**
     * @param maxLingerBytes how much is read on a connection once its last answer is out
     */
    LingeringConnector(Server server, HttpConfiguration http, long maxLingerBytes) {
        // The selector's thread accepts, too. Jetty ends a thread of its own by an interrupt, and a
        // connection that is accepted at that moment is lost: its client would wait for ever.
        super(server, 0, 1, new HttpConnectionFactory(http));
        closes = new LingeringCloses(maxLingerBytes);
        addBean(closes);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint =
                new LingeringEndPoint(channel, selector, key, getScheduler(), closes);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
