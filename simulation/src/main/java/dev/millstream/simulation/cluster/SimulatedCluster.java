package dev.millstream.simulation.cluster;

import dev.millstream.client.job.ClusterClient;
import dev.millstream.client.job.DispatcherAccess;
import dev.millstream.cluster.process.JobManagerProcess;
import dev.millstream.cluster.process.TaskManagerProcess;
import dev.millstream.configuration.Configuration;
import dev.millstream.engine.exchange.Exchange;
import dev.millstream.platform.Platform;
import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.mark.Marks;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.rpc.endpoint.RpcService;
import dev.millstream.rpc.remote.EndpointAddress;
import dev.millstream.rpc.service.RpcSystem;
import dev.millstream.simulation.link.Wire;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.SimulationFailure;
import dev.millstream.simulation.world.SimulatedPlatform;
import dev.millstream.simulation.world.SimulatedWorld;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.taskmanager.classes.UserClassLoaders;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A cluster whose processes each have a host, a platform, an actor system and links of their own.
 * Belongs to the run's thread; what it returns is used while that thread lets things happen.
 */
public final class SimulatedCluster {
    private static final ClassLoader CLASSES = SimulatedCluster.class.getClassLoader();

    /** How long what ends a job may take until nothing of it is left. */
    private static final long SETTLE_NS = 60_000_000_000L;

    private final SimulatedWorld world;
    private final ClusterSettings settings;
    private final ProcessPorts ports;
    private final ClusterInvariants invariants;
    private final List<SimulatedTaskManager> taskManagers = new ArrayList<>();
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private final SimulatedProcess jobManagerProcess;
    private final SimulatedProcess clientProcess;
    private final Lane clientLane;
    private final ClusterClient client;
    private JobManagerProcess jobManager;
    private @Nullable Baseline baseline;

    /** Starts it: lets things happen until the client has found the Dispatcher. */
    public SimulatedCluster(SimulatedWorld world, ClusterSettings settings, ProcessPorts ports) {
        this.world = world;
        this.settings = settings;
        this.ports = ports;
        this.invariants = new ClusterInvariants(world.scheduler(), settings.configuration());
        this.jobManagerProcess = startProcess("jobmanager", settings.configuration());
        this.jobManager = startJobManager();
        for (int i = 1; i <= settings.taskManagers(); i++) {
            taskManagers.add(startTaskManager("taskmanager-" + i));
        }
        this.clientProcess = startProcess("client", settings.configuration());
        this.clientLane =
                clientProcess
                        .platform()
                        .lanes()
                        .create("client", failure -> fail("The client", failure));
        this.client = new ClusterClient(new DispatcherAccess(findDispatcher()), clientLane);
    }

    private JobManagerProcess startJobManager() {
        return JobManagerProcess.start(
                jobManagerProcess.platform(), settings.configuration(), jobManagerProcess.rpc());
    }

    /** Ends the JobManager, and at once starts another in the same process, at its addresses. */
    public void replaceJobManager() {
        await("the JobManager closes", jobManager.close());
        jobManager = startJobManager();
    }

    /** Whether all TaskManagers are registered with the JobManager. */
    public boolean isComplete() {
        return await("the TaskManagers are told", jobManager.dispatcher().requestTaskManagers())
                        .size()
                == taskManagers.size();
    }

    private SimulatedProcess startProcess(String name, Configuration configuration) {
        SimulatedPlatform simulated = world.startProcess(name, name + "-host");
        Platform platform = ports.platform(name, simulated);
        RpcService rpc =
                await(
                        "the actor system of " + name,
                        RpcSystem.remote(
                                platform,
                                configuration,
                                new Address(simulated.host(), 0),
                                Gateways.CATALOG,
                                invariants.trace()));
        var _ = rpc.terminated().whenComplete((_, failure) -> onTerminated(name, failure));
        SimulatedProcess process = new SimulatedProcess(simulated, platform, ports.rpc(name, rpc));
        processes.add(process);
        return process;
    }

    private void onTerminated(String name, @Nullable Throwable failure) {
        if (failure != null) {
            fail("The actor system of " + name, failure);
        }
    }

    private void fail(String who, Throwable failure) {
        var _ = world.scheduler().fail(who + " failed: " + failure);
    }

    private SimulatedTaskManager startTaskManager(String name) {
        Configuration configuration =
                new Configuration(settings.configuration())
                        .set(TaskManagerOptions.HOST, name + "-host");
        SimulatedProcess process = startProcess(name, configuration);
        Exchange exchange = new Exchange(process.platform(), configuration);
        Address address =
                await(
                        "the exchange of " + name,
                        exchange.start(new Address(process.simulated().host(), 0)));
        // A task whose link to its producer can't be opened fails, and with it its job.
        world.wire().makeReliable(address);
        var services =
                TaskManagerProcess.services(
                        process.platform(),
                        configuration,
                        exchange,
                        UserClassLoaders.parentOnly(CLASSES),
                        CLASSES);
        return new SimulatedTaskManager(
                process,
                services,
                TaskManagerProcess.start(
                        name, services, process.rpc(), jobManager.resourceManagerAddress()));
    }

    /** As a client does that is patient: look-ups may get lost. */
    private DispatcherGateway findDispatcher() {
        while (true) {
            CompletableFuture<DispatcherGateway> found =
                    clientProcess
                            .rpc()
                            .connect(jobManager.dispatcherAddress(), DispatcherGateway.class);
            world.scheduler().runUntil("the Dispatcher is found", found::isDone);
            if (!found.isCompletedExceptionally()) {
                return found.join();
            }
        }
    }

    /** Breaks a random link between two TaskManagers' exchanges, if there is one. */
    public void breakExchangeLink(String reason) {
        List<Address> exchanges = taskManagers.stream().map(it -> it.exchange().address()).toList();
        if (world.wire().breakOne(link -> exchanges.contains(link.to()), reason)) {
            world.marks().sometimes("simulation.link.broken");
        }
    }

    /**
     * Breaks a random link between the actor systems of the JobManager and a TaskManager, if there
     * is one.
     */
    public void breakRpcLink(String reason) {
        if (world.wire().breakOne(this::isBetweenRoles, reason)) {
            world.marks().sometimes("simulation.rpc.link.broken");
        }
    }

    /** Makes such a link half-open: only one side learns that it broke. */
    public void halfOpenRpcLink(String reason) {
        if (world.wire().halfOpenOne(this::isBetweenRoles, reason)) {
            world.marks().sometimes("simulation.rpc.link.half.open");
        }
    }

    private boolean isBetweenRoles(Wire.OpenLink link) {
        List<String> taskManagerNames =
                taskManagers.stream().map(it -> it.process().name()).toList();
        List<Address> roles =
                processes.stream()
                        .filter(process -> !process.equals(clientProcess))
                        .map(process ->
                                EndpointAddress.parse(process.rpc().address("any")).process())
                        .toList();
        return roles.contains(link.to())
                && (link.from().equals("jobmanager") || taskManagerNames.contains(link.from()));
    }

    /** Submits jobs. */
    public ClusterClient client() {
        return client;
    }

    /** Told of what the run has reached. */
    public Marks marks() {
        return world.marks();
    }

    /** The client's lane, for what is to be done later on its side. */
    public Lane clientLane() {
        return clientLane;
    }

    /** Lets things happen until the future is done. */
    public <T> T await(String what, CompletableFuture<T> future) {
        world.scheduler().runUntil(what, future::isDone);
        return future.join();
    }

    /** Call when all jobs have ended: checks that nothing is left of them. */
    public void checkAtRest() {
        world.scheduler().runFor(SETTLE_NS);
        invariants.checkAtRest();
        for (SimulatedTaskManager taskManager : taskManagers) {
            if (!taskManager.exchange().outstanding().isAtRest()) {
                throw atRest(
                        taskManager.process().name()
                                + " holds "
                                + taskManager.exchange().outstanding());
            }
        }
        for (SimulatedProcess process : processes) {
            List<String> inUse = process.simulated().inUse();
            if (!inUse.isEmpty()) {
                throw atRest(String.join(", ", inUse));
            }
        }
        checkSlots();
        checkBaseline();
    }

    /** The ResourceManager knows all TaskManagers, and all their slots are free. */
    private void checkSlots() {
        List<TaskManagerInfo> known =
                await("the TaskManagers are told", jobManager.dispatcher().requestTaskManagers());
        boolean allFree = known.stream().allMatch(one -> one.freeSlots() == one.slots());
        if (known.size() != taskManagers.size() || !allFree) {
            throw new SimulationFailure(
                    world.scheduler()
                            .dump(
                                    "I9: slots that are not free at rest, of %d TaskManagers: %s"
                                            .formatted(taskManagers.size(), known)));
        }
    }

    /** Lanes and timers are as many after any job as after the first. */
    private void checkBaseline() {
        world.scheduler()
                .runUntil(
                        "a quiet moment",
                        () -> world.scheduler().isIdle() && world.wire().underWay() == 0);
        Baseline now =
                new Baseline(
                        world.scheduler().count(EventKind.COMMAND),
                        world.scheduler().planned(EventKind.TIMER));
        if (baseline == null) {
            baseline = now;
        } else if (!now.equals(baseline)) {
            throw atRest(now + " instead of " + baseline);
        }
    }

    private record Baseline(long lanes, List<String> timers) {}

    /** Ends all processes, and checks that nothing is left at all. */
    public void close() {
        for (SimulatedTaskManager taskManager : taskManagers) {
            await(taskManager.process().name() + " closes", taskManager.close());
        }
        await("the JobManager closes", jobManager.close());
        for (SimulatedProcess process : processes) {
            await(process.name() + " ends", process.rpc().shutdown());
        }
        clientLane.close();
        world.scheduler().runFor(SETTLE_NS);
        long lanes = world.scheduler().count(EventKind.COMMAND);
        if (lanes > 0 || world.wire().openLinks() > 0 || !world.wire().listening().isEmpty()) {
            throw atRest(
                    "%d lanes, %d links, listening at %s"
                            .formatted(lanes, world.wire().openLinks(), world.wire().listening()));
        }
    }

    private SimulationFailure atRest(String left) {
        return new SimulationFailure(world.scheduler().dump("I10: left at rest: " + left));
    }
}
