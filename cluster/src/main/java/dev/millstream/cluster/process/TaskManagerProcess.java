package dev.millstream.cluster.process;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.engine.sink.CollectBuffers;
import dev.millstream.platform.Platform;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.endpoint.EndpointHandle;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.endpoint.Supervision;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.taskmanager.classes.JobClasses;
import dev.millstream.taskmanager.classes.UserClassLoaders;
import dev.millstream.taskmanager.executor.TaskExecutor;
import dev.millstream.taskmanager.executor.TaskManagerIdentity;
import dev.millstream.taskmanager.executor.TaskManagerServices;
import dev.millstream.taskmanager.executor.TaskStarter;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/**
 * A TaskManager. Several in one JVM share their {@link TaskManagerServices}, since their tasks pass
 * records by reference. Works on any platform. Thread-safe.
 */
public final class TaskManagerProcess {
    private final ResourceID id;
    private final EndpointHandle<TaskExecutor> endpoint;

    private TaskManagerProcess(ResourceID id, EndpointHandle<TaskExecutor> endpoint) {
        this.id = id;
        this.endpoint = endpoint;
    }

    /**
     * What TaskManagers of one process share. Who makes it closes {@link
     * TaskManagerServices#classes()} and the exchange after them.
     *
     * @param exchange started
     * @param loaders opens jars
     * @param parent class loader of jobs without jars
     */
    public static TaskManagerServices services(
            Platform platform,
            Configuration configuration,
            Exchange exchange,
            UserClassLoaders loaders,
            ClassLoader parent) {
        long cacheBytes = configuration.get(TaskManagerOptions.JAR_CACHE_SIZE).bytes();
        return new TaskManagerServices(
                platform,
                configuration,
                exchange,
                new JobClasses(platform, loaders, parent, cacheBytes),
                new CollectBuffers(),
                TaskStarter.threads());
    }

    /**
     * Starts one, which registers with the ResourceManager by itself.
     *
     * @param name for people; a random suffix is added
     * @param resourceManagerAddress its RPC address
     */
    public static TaskManagerProcess start(
            String name,
            TaskManagerServices services,
            RpcService rpc,
            String resourceManagerAddress) {
        String suffix =
                HexFormat.of()
                        .toHexDigits(services.platform().randomness().nextLong())
                        .substring(0, 8);
        ResourceID id = new ResourceID(name + "-" + suffix);
        TaskManagerIdentity identity =
                new TaskManagerIdentity(
                        id,
                        services.configuration().get(TaskManagerOptions.HOST),
                        services.exchange().address());
        EndpointHandle<TaskExecutor> endpoint =
                rpc.start(
                        "taskexecutor-" + id,
                        (context, _) ->
                                new TaskExecutor(
                                        context, identity, services, resourceManagerAddress),
                        Supervision.escalate());
        return new TaskManagerProcess(id, endpoint);
    }

    public ResourceID id() {
        return id;
    }

    /** The RPC address of its TaskExecutor. */
    public String address() {
        return endpoint.address();
    }

    public TaskExecutorGateway gateway() {
        return endpoint.gateway(TaskExecutorGateway.class);
    }

    /** Completed when it has ended, for whatever reason; with the cause when that was a crash. */
    public CompletableFuture<Void> terminated() {
        return endpoint.terminated();
    }

    /** Fails its tasks, waits until they have ended, and leaves the cluster. */
    public CompletableFuture<Void> close() {
        return endpoint.stop();
    }
}
