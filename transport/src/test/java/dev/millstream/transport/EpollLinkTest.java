package dev.millstream.transport;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.LinkConformance;
import dev.millstream.platform.link.Network;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import dev.millstream.transport.socket.SocketType;
import org.junit.jupiter.api.AfterEach;

class EpollLinkTest extends LinkConformance {
    private static final Configuration CONFIGURATION =
            new Configuration().set(TransportOptions.TYPE, SocketType.EPOLL);

    private final TestTransports transports = new TestTransports();
    private final NettyTransport server = transports.process(Role.JOB_MANAGER, CONFIGURATION);
    private final NettyTransport client = transports.process(Role.TASK_MANAGER, CONFIGURATION);

    @AfterEach
    void end() {
        transports.close();
    }

    @Override
    protected Network server() {
        return server.network(Purpose.RPC);
    }

    @Override
    protected Network client() {
        return client.network(Purpose.RPC);
    }
}
