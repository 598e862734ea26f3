package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.classes.JarClassLoaders;
import dev.millstream.cluster.process.TaskManagerProcess;
import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.jobmanager.EndpointNames;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.wire.ProtocolCatalog;
import dev.millstream.rpc.actor.ActorSystem;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.remote.EndpointAddress;
import dev.millstream.rpc.service.RpcSystem;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.taskmanager.executor.TaskManagerServices;
import dev.millstream.transport.TransportOptions;
import dev.millstream.transport.identity.Role;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TaskManager as a process of its own. Thread-safe. */
public final class TaskManagerRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskManagerRole.class);
    private static final String DEFAULT_NAME = "tm";
    private static final String DEFAULT_HOST = "127.0.0.1";

    private final ProcessSetup setup;
    private final Configuration configuration;
    private final Shutdown shutdown;
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    /** Set by whoever closes it; read by the thread that notices the end of the endpoint. */
    private volatile boolean closing;

    private TaskManagerRole(ProcessSetup setup, Shutdown shutdown) {
        this.setup = setup;
        this.configuration = setup.configuration();
        this.shutdown = shutdown;
    }

    /**
     * Starts it: when this returns the JobManager has been found, and it registers by itself.
     *
     * @throws ClusterException if it can't; nothing is left then
     */
    public static TaskManagerRole start(ProcessSetup setup) throws ClusterException {
        Shutdown shutdown = new Shutdown();
        TaskManagerRole role = new TaskManagerRole(setup, shutdown);
        try {
            role.begin();
            return role;
        } catch (ClusterException | RuntimeException e) {
            shutdown.close();
            throw e;
        }
    }

    private void begin() throws ClusterException {
        setup.directory().create();
        Links links = Links.open(setup, Role.TASK_MANAGER, "taskmanager", shutdown);
        Platform platform = links.calls();
        Address jobManager =
                new Address(
                        configuration.get(TransportOptions.JOB_MANAGER_ADDRESS),
                        configuration.get(TransportOptions.JOB_MANAGER_PORT));
        Duration patience = configuration.get(EntrypointOptions.JOB_MANAGER_TIMEOUT);
        JobManagerProbe.await(platform.network(), jobManager, patience);
        Address listen =
                new Address(
                        configuration.getOptional(TaskManagerOptions.HOST).orElse(DEFAULT_HOST),
                        configuration.get(TransportOptions.TASK_MANAGER_PORT));
        RpcService rpc =
                Waits.get(
                        "The TaskManager",
                        RpcSystem.remote(platform, configuration, listen, ProtocolCatalog.get()));
        shutdown.awaiting("actor system", rpc::shutdown);
        Exchange exchange = new Exchange(links.data(), configuration);
        shutdown.awaiting("exchange", exchange::close);
        int port = EndpointAddress.parse(rpc.address("x")).process().port();
        Waits.get("The data exchange", exchange.start(new Address(listen.host(), port)));
        String resourceManager =
                new EndpointAddress(
                                jobManager,
                                ActorSystem.GUARDIAN + "/" + EndpointNames.RESOURCE_MANAGER)
                        .toString();
        startTaskManager(links, rpc, exchange, resourceManager);
        watch(platform, rpc, resourceManager, patience);
    }

    private void startTaskManager(
            Links links, RpcService rpc, Exchange exchange, String resourceManager) {
        ClassLoader own = TaskManagerRole.class.getClassLoader();
        TaskManagerServices services =
                TaskManagerProcess.services(
                        links.calls(), configuration, exchange, new JarClassLoaders(own), own);
        shutdown.awaiting("class loaders", () -> services.classes().close());
        TaskManagerProcess process =
                TaskManagerProcess.start(
                        configuration
                                .getOptional(TaskManagerOptions.RESOURCE_ID)
                                .orElse(DEFAULT_NAME),
                        services,
                        rpc,
                        resourceManager);
        shutdown.awaiting("TaskManager", process::close);
        var _ = process.terminated().whenComplete((_, failure) -> crashed(failure));
    }

    private void crashed(@Nullable Throwable failure) {
        if (!closing) {
            ended.complete(
                    "The TaskManager has crashed"
                            + (failure == null ? "" : ": " + failure)
                            + ". Its log says more.");
        }
    }

    private void watch(
            Platform platform, RpcService rpc, String resourceManager, Duration patience) {
        Lane lane =
                platform.lanes()
                        .create("watch", failure -> LOG.error("The watch has a bug", failure));
        shutdown.add("watch", lane::close);
        var _ =
                new JobManagerWatch(rpc, resourceManager, lane, platform.clock(), patience)
                        .start()
                        .thenAccept(ended::complete);
    }

    /** Completed when it has ended by itself, with the reason as a paragraph. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Ends it: its tasks fail, and it leaves the cluster. Idempotent. */
    @Override
    public void close() {
        closing = true;
        shutdown.close();
    }
}
