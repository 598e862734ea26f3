package dev.millstream.cluster.process;

import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.EndpointNames;
import dev.millstream.jobmanager.blob.BlobFiles;
import dev.millstream.jobmanager.dispatcher.Dispatcher;
import dev.millstream.jobmanager.jobmaster.JobMasterServices;
import dev.millstream.jobmanager.leader.LeaderContender;
import dev.millstream.jobmanager.ledger.JobLedger;
import dev.millstream.jobmanager.resourcemanager.ResourceManager;
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

    /** Starts one, which leads at once and leaves nothing behind when it ends. */
    public static JobManagerProcess start(
            Platform platform, Configuration configuration, RpcService rpc) {
        return start(platform, configuration, rpc, JobManagerParts.transientOnes(platform));
    }

    /** Starts one, which takes jobs once {@link #leads} is complete. */
    public static JobManagerProcess start(
            Platform platform, Configuration configuration, RpcService rpc, JobManagerParts parts) {
        JobManagerProcess process = new JobManagerProcess(platform, configuration, rpc);
        parts.election()
                .contend(
                        new LeaderContender() {
                            @Override
                            public void granted(long leader) {
                                process.lead(leader, parts);
                            }

                            @Override
                            public void revoked() {
                                throw new IllegalStateException(
                                        "A lone JobManager leads until it ends");
                            }

                            @Override
                            public void failed(Throwable cause) {
                                process.leading.completeExceptionally(cause);
                            }
                        });
        return process;
    }

    private void lead(long leader, JobManagerParts parts) {
        var _ =
                parts.ledger()
                        .get()
                        .thenApply(ledger -> startEndpoints(leader, parts, ledger))
                        .whenComplete((started, failure) -> {
                            if (failure == null) {
                                leading.complete(started);
                            } else {
                                leading.completeExceptionally(failure);
                            }
                        });
    }

    private Leading startEndpoints(long leader, JobManagerParts parts, JobLedger ledger) {
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
                                                parts.provider().get())),
                        Supervision.escalate());
        JobMasterServices services =
                new JobMasterServices(
                        platform,
                        configuration,
                        new BlobFiles(platform, parts.blobDirectory()),
                        resourceManager.address());
        EndpointHandle<Dispatcher> dispatcher =
                rpc.start(
                        EndpointNames.DISPATCHER,
                        EndpointFactory.fenced(
                                leader, (context, _) -> new Dispatcher(context, services, ledger)),
                        Supervision.escalate());
        return new Leading(resourceManager, dispatcher);
    }

    /** Completed when it leads; fails if it never will. */
    public CompletableFuture<Void> leads() {
        return leading.thenAccept(_ -> {});
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
