package dev.millstream.rpc.service;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.Platform;
import dev.millstream.platform.link.Address;
import dev.millstream.rpc.codec.FrameCodec;
import dev.millstream.rpc.codec.GatewayCatalog;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.RpcSettings;
import dev.millstream.rpc.remote.EndpointAddress;
import dev.millstream.rpc.remote.Peers;
import dev.millstream.rpc.trace.RpcTrace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes the actor system of a process. */
public final class RpcSystem {
    /** In the addresses of a process without links. */
    private static final Address NOWHERE = new Address("local", 0);

    private RpcSystem() {}

    /** One whose endpoints only see each other: all calls go by reference. */
    public static RpcService local(Platform platform, Configuration configuration) {
        return local(platform, configuration, RpcTrace.NONE);
    }

    /** One whose endpoints only see each other: all calls go by reference. */
    public static RpcService local(Platform platform, Configuration configuration, RpcTrace trace) {
        ProcessCore core =
                new ProcessCore(
                        platform,
                        RpcSettings.of(configuration),
                        NOWHERE,
                        trace,
                        (_, _) -> Optional.empty());
        return new ProcessService(core, EndpointAddress.base(NOWHERE));
    }

    /**
     * One that also calls, and is called by, other processes.
     *
     * @param listen where; port 0 for any. Endpoints' addresses bear it, so that others must be
     *     able to reach the host under this name
     * @param catalog what can be called between processes
     * @return complete once it listens
     */
    public static CompletableFuture<RpcService> remote(
            Platform platform,
            Configuration configuration,
            Address listen,
            GatewayCatalog catalog) {
        return remote(platform, configuration, listen, catalog, RpcTrace.NONE);
    }

    /** As {@link #remote(Platform, Configuration, Address, GatewayCatalog)}, with a trace. */
    public static CompletableFuture<RpcService> remote(
            Platform platform,
            Configuration configuration,
            Address listen,
            GatewayCatalog catalog,
            RpcTrace trace) {
        RpcSettings settings = RpcSettings.of(configuration);
        FrameCodec frames = new FrameCodec(catalog, settings.frameSizeBytes());
        EarlyAcceptor acceptor = new EarlyAcceptor();
        return platform.network()
                .listen(listen, acceptor)
                .thenApply(listening -> {
                    Address own = listening.address();
                    Remoting.Maker maker =
                            (lane, actors) -> {
                                Peers peers =
                                        new Peers(
                                                platform, settings, frames, lane, actors,
                                                listening);
                                acceptor.begin(peers);
                                return Optional.of(new Remoting(peers, frames));
                            };
                    ProcessCore core = new ProcessCore(platform, settings, own, trace, maker);
                    return new ProcessService(core, EndpointAddress.base(own));
                });
    }
}
