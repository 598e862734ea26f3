package dev.millstream.cluster.process;

import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.EndpointNames;
import dev.millstream.jobmanager.blob.BlobFiles;
import dev.millstream.jobmanager.dispatcher.Dispatcher;
import dev.millstream.jobmanager.jobmaster.JobMasterServices;
import dev.millstream.jobmanager.leader.LeaderContender;
import dev.millstream.jobmanager.leader.LoneLeaderElection;
import dev.millstream.jobmanager.resourcemanager.ResourceManager;
import dev.millstream.jobmanager.resourcemanager.provider.StandaloneProvider;
import dev.millstream.platform.Platform;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.rpc.endpoint.EndpointFactory;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import java.util.concurrent.CompletableFuture;

/**
 * A JobManager without rivals: its Dispatcher, its ResourceManager and their JobMasters, all under
 * one leadership, which lasts as long as the process. Works on any platform. Thread-safe.
 */
public final class JobManagerProcess {
    private final Platform platform;
    private final Configuration configuration;
    private final RpcService rpc;
    private final CompletableFuture<Leading> leading = new CompletableFuture<>();

    /** What runs while this JobManager leads. */
    private record Leading(
            EndpointHandle<ResourceManager> resourceManager,
            EndpointHandle<Dispatcher> dispatcher) {}

    private JobManagerProcess(Platform platform, Configuration configuration, RpcService rpc) {
        this.platform = platform;
        this.configuration = configuration;
        this.rpc = rpc;
    }

    /** Starts one, which leads at once. */
    public static JobManagerProcess start(
            Platform platform, Configuration configuration, RpcService rpc) {
        JobManagerProcess process = new JobManagerProcess(platform, configuration, rpc);
        new LoneLeaderElection(platform.clock())
                .contend(
                        new LeaderContender() {
                            @Override
                            public void granted(long leader) {
                                process.leading.complete(process.lead(leader));
                            }

                            @Override
                            public void revoked() {
                                throw new IllegalStateException(
                                        "A lone JobManager leads until it ends");
                            }
                        });
        return process;
    }

    private Leading lead(long leader) {
        EndpointHandle<ResourceManager> resourceManager =
                rpc.start(
                        EndpointNames.RESOURCE_MANAGER,
                        EndpointFactory.fenced(
                                leader,
                                (context, _) ->
                                        new ResourceManager(
                                                context,
                                                platform,
                                                configuration,
                                                new StandaloneProvider())),
                        Supervision.escalate());
        JobMasterServices services =
                new JobMasterServices(
                        platform,
                        configuration,
                        new BlobFiles(platform, platform.files().scratchDirectory() + "/blobs"),
                        resourceManager.address());
        EndpointHandle<Dispatcher> dispatcher =
                rpc.start(
                        EndpointNames.DISPATCHER,
                        EndpointFactory.fenced(
                                leader, (context, _) -> new Dispatcher(context, services)),
                        Supervision.escalate());
        return new Leading(resourceManager, dispatcher);
    }

    /** Where TaskManagers register. */
    public String resourceManagerAddress() {
        return rpc.address(EndpointNames.RESOURCE_MANAGER);
    }

    /** Where clients submit jobs. */
    public String dispatcherAddress() {
        return rpc.address(EndpointNames.DISPATCHER);
    }

    /** For clients in the same process. */
    public DispatcherGateway dispatcher() {
        return leading.join().dispatcher().gateway(DispatcherGateway.class);
    }

    /** Stops the Dispatcher with its JobMasters, then the ResourceManager. */
    public CompletableFuture<Void> close() {
        return leading.thenCompose(
                it -> it.dispatcher().stop().thenCompose(_ -> it.resourceManager().stop()));
    }
}
