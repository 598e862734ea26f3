package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.local.ChildProcesses;
import dev.millstream.cluster.local.LocalProcessProvider;
import dev.millstream.cluster.process.JobManagerParts;
import dev.millstream.cluster.process.JobManagerProcess;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.JobManagerOptions;
import dev.millstream.jobmanager.leader.DurableLeaderElection;
import dev.millstream.jobmanager.ledger.FileJobLedger;
import dev.millstream.jobmanager.resourcemanager.provider.ResourceProvider;
import dev.millstream.jobmanager.resourcemanager.provider.StandaloneProvider;
import dev.millstream.jobmanager.store.DurableFolder;
import dev.millstream.platform.Platform;
import dev.millstream.platform.link.Address;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.rest.Token;
import dev.millstream.protocol.wire.ProtocolCatalog;
import dev.millstream.rest.RestServer;
import dev.millstream.rest.RestServerOptions;
import dev.millstream.rest.RestStartException;
import dev.millstream.rest.access.JobManagerAccess;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.remote.EndpointAddress;
import dev.millstream.rpc.service.RpcSystem;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.transport.TransportOptions;
import dev.millstream.transport.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A JobManager as a process of its own. Thread-safe. */
public final class JobManagerRole implements AutoCloseable {
    private final ProcessSetup setup;
    private final Configuration configuration;
    private final Shutdown shutdown;
    private final CompletableFuture<JobManagerProcess> process = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** Set by whoever closes it; read by the thread that notices the end of the actor system. */
    private volatile boolean closing;

    private JobManagerRole(ProcessSetup setup, Shutdown shutdown) {
        this.setup = setup;
        this.configuration = setup.configuration();
        this.shutdown = shutdown;
    }

    /**
     * Starts it: when this returns it takes jobs, and its address is in the cluster's folder.
     *
     * @throws ClusterException if it can't; nothing is left then
     */
    public static JobManagerRole start(ProcessSetup setup) throws ClusterException {
        Shutdown shutdown = new Shutdown();
        JobManagerRole role = new JobManagerRole(setup, shutdown);
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
        shutdown.add("lock", FolderLock.take(setup.directory()));
        Links links = Links.open(setup, Role.JOB_MANAGER, "jobmanager", shutdown);
        Platform platform = links.calls();
        Address listen =
                new Address(
                        configuration.get(TransportOptions.JOB_MANAGER_ADDRESS),
                        configuration.get(TransportOptions.JOB_MANAGER_PORT));
        RpcService rpc =
                Waits.get(
                        "The JobManager",
                        RpcSystem.remote(platform, configuration, listen, ProtocolCatalog.get()));
        shutdown.awaiting("actor system", rpc::shutdown);
        Address own = EndpointAddress.parse(rpc.address("dispatcher")).process();
        RestServer rest = startRest(Token.of(links.token().reveal()));
        shutdown.add("REST interface", rest);
        Address restAddress =
                new Address(configuration.get(RestServerOptions.BIND_ADDRESS), rest.port());
        process.complete(
                JobManagerProcess.start(platform, configuration, rpc, parts(platform, own)));
        shutdown.awaiting("JobManager", () -> process.join().close());
        Waits.get("The JobManager", process.join().leads());
        publish(
                new ClusterAddress(
                        ProcessHandle.current().pid(), restAddress, own, setup.version()));
        var _ = rpc.terminated().whenComplete((_, _) -> endedByItself());
    }

    private void endedByItself() {
        if (!closing) {
            ended.complete(null);
        }
    }

    private RestServer startRest(Token token) throws ClusterException {
        ProgramProcesses programs = new ProgramProcesses(setup);
        shutdown.add("programs", programs);
        try {
            return RestServer.start(
                    configuration,
                    token,
                    new Access(),
                    programs,
                    setup.directory().jobManagerFolder().resolve("jars"));
        } catch (RestStartException e) {
            throw new ClusterException(e.getMessage() + ".", e);
        }
    }

    private JobManagerParts parts(Platform platform, Address own) {
        String folder = setup.directory().jobManagerFolder().toString();
        return new JobManagerParts(
                new DurableLeaderElection(platform, new DurableFolder(platform, folder)),
                () ->
                        FileJobLedger.open(
                                platform,
                                new DurableFolder(platform, folder + "/jobs"),
                                configuration.get(JobManagerOptions.FINISHED_JOBS)),
                () -> provider(platform, own),
                platform.files().scratchDirectory() + "/blobs");
    }

    private ResourceProvider provider(Platform platform, Address own) {
        return switch (configuration.get(EntrypointOptions.PROVIDER)) {
            case STANDALONE -> new StandaloneProvider();
            case LOCAL ->
                    new LocalProcessProvider(
                            configuration,
                            new ChildProcesses(
                                    setup.directory(),
                                    setup.command(),
                                    configuration.get(TaskManagerOptions.PROCESS_MEMORY),
                                    name -> TaskManagerCall.arguments(setup, own, name),
                                    platform.blockingPool()),
                            platform.clock());
        };
    }

    private void publish(ClusterAddress address) throws ClusterException {
        try {
            setup.directory().jobManagerPid().write(ProcessHandle.current());
            address.write(setup.directory());
        } catch (IOException e) {
            throw new ClusterException(
                    "The JobManager can't write its address into "
                            + setup.directory()
                            + " ("
                            + e
                            + ").",
                    e);
        }
        shutdown.add(
                "address file",
                () -> {
                    Files.deleteIfExists(setup.directory().addressFile());
                    setup.directory().jobManagerPid().delete();
                });
    }

    /** How it is reached. */
    public ClusterAddress address() {
        return ClusterAddress.read(setup.directory()).orElseThrow();
    }

    /** Completed when it has ended by itself, which it should not. */
    public CompletableFuture<Void> ended() {
        return ended;
    }

    /** Ends it, with the TaskManagers that it has started. Jobs that run are lost. Idempotent. */
    @Override
    public void close() {
        closing = true;
        shutdown.close();
    }

    private final class Access implements JobManagerAccess {
        @Override
        public CompletableFuture<DispatcherGateway> dispatcher() {
            return process.thenCompose(it -> it.leads().thenApply(_ -> it.dispatcher()));
        }

        @Override
        public Configuration configuration() {
            return configuration;
        }

        @Override
        public Optional<Path> logDirectory() {
            return Optional.of(setup.directory().logs());
        }

        /** A TaskManager's id is its name with a random suffix. */
        @Override
        public String logName(String taskManager) {
            int suffix = taskManager.lastIndexOf('-');
            return RunDirectory.taskManagerProcess(
                    suffix < 0 ? taskManager : taskManager.substring(0, suffix));
        }

        @Override
        public String version() {
            return setup.version();
        }
    }
}
