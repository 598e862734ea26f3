package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.platform.Platform;
import dev.millstream.platform.machine.LocalHub;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.rpc.endpoint.RpcOptions;
import dev.millstream.transport.NettyTransport;
import dev.millstream.transport.TransportSettings;
import dev.millstream.transport.identity.ClusterToken;
import dev.millstream.transport.identity.ClusterTokenException;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import dev.millstream.transport.identity.TokenFile;
import java.nio.file.Path;

/** A machine with links to the other processes of a cluster. */
final class Links {
    private final MachinePlatform machine;
    private final NettyTransport transport;
    private final ClusterToken token;

    private Links(MachinePlatform machine, NettyTransport transport, ClusterToken token) {
        this.machine = machine;
        this.transport = transport;
        this.token = token;
    }

    /**
     * Opens them.
     *
     * @param process short name, for threads and folders
     * @param shutdown closes them
     */
    static Links open(ProcessSetup setup, Role role, String process, Shutdown shutdown)
            throws ClusterException {
        Path scratch = setup.directory().path().resolve("tmp");
        MachinePlatform machine =
                MachinePlatform.among(new LocalHub(), process, scratch.toString());
        shutdown.add("machine", machine);
        try {
            TokenFile file = new TokenFile(setup.tokenFile());
            ClusterToken token = role == Role.JOB_MANAGER ? file.loadOrCreate() : file.load();
            NettyTransport transport =
                    NettyTransport.open(
                            TransportSettings.of(setup.configuration(), role),
                            new ProcessIdentity(
                                    setup.configuration().get(RpcOptions.CLUSTER_ID), role, token));
            shutdown.add("transport", transport);
            return new Links(machine, transport, token);
        } catch (ClusterTokenException | IllegalArgumentException e) {
            throw new ClusterException(e.getMessage() + ".", e);
        }
    }

    ClusterToken token() {
        return token;
    }

    /** For calls between components. */
    Platform calls() {
        return new ProcessPlatform(machine, transport.network(Purpose.RPC));
    }

    /** For records between tasks. */
    Platform data() {
        return new ProcessPlatform(machine, transport.network(Purpose.DATA));
    }
}
