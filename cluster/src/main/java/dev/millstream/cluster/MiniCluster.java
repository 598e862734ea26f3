package dev.millstream.cluster;

import dev.millstream.api.common.JobID;
import dev.millstream.client.jar.DispatcherJars;
import dev.millstream.client.jar.JarTarget;
import dev.millstream.client.jar.JarUpload;
import dev.millstream.client.job.ClusterClient;
import dev.millstream.client.job.DispatcherAccess;
import dev.millstream.cluster.classes.JarClassLoaders;
import dev.millstream.cluster.process.JobManagerProcess;
import dev.millstream.cluster.process.TaskManagerProcess;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.machine.MachinePlatform;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.service.RpcSystem;
import dev.millstream.rpc.trace.RpcTrace;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.taskmanager.executor.TaskManagerServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JobManager and TaskManagers in this JVM, which speak to each other by reference. Everything
 * that it has started is gone when {@link #close} returns. Thread-safe.
 */
public final class MiniCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MiniCluster.class);
    private static final long STEP_TIMEOUT_S = 15;

    private final MachinePlatform platform;
    private final Exchange exchange;
    private final RpcService rpc;
    private final JobManagerProcess jobManager;
    private final TaskManagerServices taskManagerServices;
    private final List<TaskManagerProcess> taskManagers = new ArrayList<>();
    private final Lane clientLane;
    private final ClusterClient client;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private MiniCluster(Builder builder) {
        Configuration configuration = builder.configuration;
        platform = MachinePlatform.alone("cluster");
        exchange = new Exchange(platform, configuration);
        exchange.startLocal();
        rpc = RpcSystem.local(platform, configuration, builder.trace);
        jobManager = JobManagerProcess.start(platform, configuration, rpc);
        taskManagerServices =
                TaskManagerProcess.services(
                        platform,
                        configuration,
                        exchange,
                        new JarClassLoaders(MiniCluster.class.getClassLoader()),
                        builder.classLoader);
        for (int i = 1; i <= builder.taskManagers; i++) {
            taskManagers.add(
                    TaskManagerProcess.start(
                            "tm-" + i,
                            taskManagerServices,
                            rpc,
                            jobManager.resourceManagerAddress()));
        }
        clientLane =
                platform.lanes()
                        .create("client", failure -> LOG.error("The client failed", failure));
        client = new ClusterClient(new DispatcherAccess(jobManager.dispatcher()), clientLane);
    }

    public static Builder builder() {
        return new Builder();
    }

    public DispatcherGateway dispatcher() {
        return jobManager.dispatcher();
    }

    /** Submits jobs; their clients work until the cluster is closed. */
    public ClusterClient client() {
        return client;
    }

    /** Submits a job, to be followed to its end. */
    public CompletableFuture<JobClient> submit(JobGraph job, ClassLoader userClassLoader) {
        return client.submit(
                job, userClassLoader, Optional.empty(), CompletableFuture::completedFuture);
    }

    /** An id for a new job. */
    public JobID newJobId() {
        return new JobID(platform.randomness().nextLong(), platform.randomness().nextLong());
    }

    /** Brings jars to this cluster. */
    public JarUpload jarUpload() {
        return new JarUpload(platform);
    }

    /** Where jars are brought to. */
    public JarTarget jarTarget() {
        return new DispatcherJars(platform, dispatcher());
    }

    public List<TaskManagerProcess> taskManagers() {
        return List.copyOf(taskManagers);
    }

    public Exchange exchange() {
        return exchange;
    }

    /** For tests that play a component: calls others from outside. */
    RpcService rpc() {
        return rpc;
    }

    /** The machine as the cluster sees it. */
    public Platform platform() {
        return platform;
    }

    /** What the cluster uses of the machine now. */
    public MachinePlatform.Usage usage() {
        return platform.usage();
    }

    /**
     * Ends what runs and stops everything, tasks first. Blocks; not to be called by a callback of
     * this cluster. Idempotent.
     */
    @Override
    public void close() {
        closeAside().join();
    }

    /**
     * Does what {@link #close} does, on a thread of its own. Idempotent.
     *
     * @return completed when everything is stopped; never fails
     */
    public CompletableFuture<Void> closeAside() {
        if (closing.compareAndSet(false, true)) {
            Thread.ofPlatform().name("millstream-close").start(this::closeNow);
        }
        return closed;
    }

    private void closeNow() {
        try {
            taskManagers.forEach(it -> await("TaskManager " + it.id(), it.close()));
            await("JobManager", jobManager.close());
            await("actor system", rpc.shutdown());
            await("class loaders", taskManagerServices.classes().close());
            await("exchange", exchange.close());
            clientLane.close();
            platform.close();
        } finally {
            closed.complete(null);
        }
    }

    private static void await(String what, CompletableFuture<Void> closing) {
        try {
            closing.get(STEP_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The {} didn't stop properly", what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what the cluster shall be like. Not thread-safe. */
    public static final class Builder {
        private int taskManagers = 1;
        private Configuration configuration = new Configuration();
        private RpcTrace trace = RpcTrace.NONE;
        private ClassLoader classLoader = MiniCluster.class.getClassLoader();

        private Builder() {}

        /** How many; 1 by default. */
        public Builder taskManagers(int count) {
            taskManagers = count;
            return this;
        }

        /** How many each TaskManager has; by default as configured. */
        public Builder slotsPerTaskManager(int count) {
            configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, count);
            return this;
        }

        /** Replaces what is configured so far; a copy is kept. */
        public Builder configuration(Configuration configuration) {
            this.configuration = new Configuration(configuration);
            return this;
        }

        /** Told of all calls between the components. */
        public Builder trace(RpcTrace trace) {
            this.trace = trace;
            return this;
        }

        /** Loads the classes of jobs that come without jars. */
        public Builder classLoader(ClassLoader classLoader) {
            this.classLoader = classLoader;
            return this;
        }

        /** Starts it. TaskManagers register while the first job is on its way. */
        public MiniCluster start() {
            return new MiniCluster(this);
        }
    }
}
