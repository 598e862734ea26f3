package dev.millstream.cluster.local;

import dev.millstream.configuration.Configuration;
import dev.millstream.jobmanager.resourcemanager.provider.ResourceProvider;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.taskmanager.TaskManagerOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts TaskManagers as processes of this machine, and releases them. Decisions are {@link
 * WorkerPool}'s. Belongs to the ResourceManager's main thread.
 */
public final class LocalProcessProvider implements ResourceProvider {
    private static final Logger LOG = LoggerFactory.getLogger(LocalProcessProvider.class);

    /** What a TaskManager adds to its configured name: a dash and 8 digits. */
    private static final int SUFFIX_LENGTH = 9;

    private final WorkerPool pool;
    private final WorkerProcesses processes;
    private final Clock clock;
    private @Nullable MainThread mainThread;
    private BiConsumer<ResourceID, String> release = (_, _) -> {};
    private Cancellable wake = () -> {};
    private List<TaskManagerInfo> lastObserved = List.of();
    private int lastWaitingSlots;
    private boolean stopped;

    /**
     * @param configuration of the cluster
     */
    public LocalProcessProvider(
            Configuration configuration, WorkerProcesses processes, Clock clock) {
        this.pool = new WorkerPool(limits(configuration));
        this.processes = processes;
        this.clock = clock;
    }

    private static PoolLimits limits(Configuration configuration) {
        int min = configuration.get(LocalProviderOptions.MIN_TASK_MANAGERS);
        return new PoolLimits(
                min,
                Math.max(min, configuration.get(LocalProviderOptions.MAX_TASK_MANAGERS)),
                configuration.get(TaskManagerOptions.NUM_TASK_SLOTS),
                configuration.get(LocalProviderOptions.IDLE_TIMEOUT).toMillis(),
                configuration.get(LocalProviderOptions.START_TIMEOUT).toMillis(),
                configuration.get(LocalProviderOptions.MISSING_TIMEOUT).toMillis());
    }

    @Override
    public void start(MainThread mainThread, BiConsumer<ResourceID, String> release) {
        this.mainThread = mainThread;
        this.release = release;
        List<String> running = processes.running();
        running.forEach(name -> followUp(name, processes.follow(name)));
        dispatch(new WorkerEvent.Begun(running));
    }

    @Override
    public boolean requestSlots(int slots) {
        if (!pool.canOffer(slots)) {
            LOG.info(
                    "{} slots more are needed than the limit of {} allows",
                    slots,
                    LocalProviderOptions.MAX_TASK_MANAGERS.key());
            return false;
        }
        dispatch(new WorkerEvent.SlotsRequested(slots));
        return true;
    }

    @Override
    public void observe(List<TaskManagerInfo> registered, int waitingSlots) {
        if (!registered.equals(lastObserved) || waitingSlots != lastWaitingSlots) {
            lastObserved = registered;
            lastWaitingSlots = waitingSlots;
            dispatch(
                    new WorkerEvent.Observed(
                            registered.stream().map(LocalProcessProvider::seen).toList(),
                            waitingSlots));
        }
    }

    private static WorkerEvent.Seen seen(TaskManagerInfo info) {
        String id = info.id().toString();
        String name = id.substring(0, Math.max(0, id.length() - SUFFIX_LENGTH));
        return new WorkerEvent.Seen(name, info.id(), info.freeSlots() == info.slots());
    }

    @Override
    public CompletableFuture<Void> stop() {
        stopped = true;
        wake.cancel();
        return processes.stopAll();
    }

    private void dispatch(WorkerEvent event) {
        if (!stopped) {
            pool.on(event, clock.monotonicMs()).forEach(this::perform);
        }
    }

    private void perform(WorkerEffect effect) {
        switch (effect) {
            case WorkerEffect.Start(String name) -> {
                LOG.info("TaskManager {} is started", name);
                followUp(name, processes.start(name));
            }
            case WorkerEffect.Stop(String name, String reason) -> {
                LOG.info("TaskManager {} is stopped: {}", name, reason);
                processes.stop(name);
            }
            // The ResourceManager is in the midst of something else, perhaps.
            case WorkerEffect.Release(ResourceID id, String reason) ->
                    main().execute(() -> release.accept(id, reason));
            case WorkerEffect.Wake(long delayMs) -> {
                wake.cancel();
                wake = main().schedule(delayMs, () -> dispatch(new WorkerEvent.TimePassed()));
            }
        }
    }

    private void followUp(String name, CompletableFuture<String> end) {
        var _ =
                end.thenAccept(how ->
                        main().execute(() -> {
                            LOG.info("The process of TaskManager {} has ended: {}", name, how);
                            dispatch(new WorkerEvent.Ended(name));
                        }));
    }

    private MainThread main() {
        if (mainThread == null) {
            throw new IllegalStateException("The provider was not started");
        }
        return mainThread;
    }
}
