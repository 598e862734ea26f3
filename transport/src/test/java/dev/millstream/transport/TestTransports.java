package dev.millstream.transport;

import dev.millstream.configuration.Configuration;
import dev.millstream.transport.identity.ClusterToken;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Role;
import java.util.ArrayList;
import java.util.List;

/** The transports of one test, which end with it. */
final class TestTransports implements AutoCloseable {
    static final ClusterToken TOKEN = ClusterToken.random("the test");

    private final List<NettyTransport> open = new ArrayList<>();

    /** A process of the cluster that all tests belong to. */
    NettyTransport process(Role role, Configuration configuration) {
        return process(new ProcessIdentity("test", role, TOKEN), configuration);
    }

    NettyTransport process(ProcessIdentity identity, Configuration configuration) {
        Configuration own = new Configuration(configuration);
        if (!own.contains(TransportOptions.THREADS)) {
            own.set(TransportOptions.THREADS, 1);
        }
        NettyTransport made =
                NettyTransport.open(TransportSettings.of(own, identity.role()), identity);
        open.add(made);
        return made;
    }

    @Override
    public void close() {
        open.forEach(NettyTransport::close);
    }
}
