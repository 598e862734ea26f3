package dev.millstream.cluster.local;

import dev.millstream.cluster.local.Worker.Phase;
import dev.millstream.protocol.id.ResourceID;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides when TaskManagers' processes are started and ended. At least the minimum runs; further
 * ones are started when slots are missing, and released when they were idle for long. One that ends
 * unasked, hangs or loses its connection for good is replaced; the more often in a row one ends
 * before it has registered, the longer the next one waits.
 *
 * <p>Not thread-safe.
 */
final class WorkerPool {
    private static final String PREFIX = "tm-";
    private static final long FIRST_DELAY_MS = 500;
    private static final int MAX_DOUBLINGS = 6;

    private final PoolLimits limits;
    private final TreeMap<String, Worker> workers = new TreeMap<>();
    private final List<WorkerEffect> effects = new ArrayList<>();

    /** That somebody counts on, of processes that have ended before they were of use. */
    private int owedSlots;

    private int lastNumber;
    private int failedStarts;
    private long notBeforeMs = Long.MIN_VALUE;

    WorkerPool(PoolLimits limits) {
        this.limits = limits;
    }

    /** Decides what follows from an event. */
    List<WorkerEffect> on(WorkerEvent event, long nowMs) {
        switch (event) {
            case WorkerEvent.Begun(List<String> running) ->
                    running.forEach(name -> adopt(name, nowMs));
            case WorkerEvent.SlotsRequested(int slots) -> offer(slots, nowMs);
            case WorkerEvent.Observed(List<WorkerEvent.Seen> registered, int waitingSlots) ->
                    observed(registered, waitingSlots, nowMs);
            case WorkerEvent.Ended(String name) -> ended(name, nowMs);
            case WorkerEvent.TimePassed() -> {}
        }
        endHopeless(nowMs);
        releaseIdle(nowMs);
        startMissing(nowMs);
        nextDeadlineMs()
                .ifPresent(at -> effects.add(new WorkerEffect.Wake(Math.max(1, at - nowMs))));
        List<WorkerEffect> result = List.copyOf(effects);
        effects.clear();
        return result;
    }

    /** Whether so many slots more can be had within the limits. */
    boolean canOffer(int slots) {
        return slots <= unclaimedSlots() + (limits.max() - activeCount()) * limits.slots();
    }

    private void adopt(String name, long nowMs) {
        workers.put(name, new Worker(name, nowMs));
        if (name.matches(PREFIX + "[0-9]{1,8}")) {
            lastNumber = Math.max(lastNumber, Integer.parseInt(name.substring(PREFIX.length())));
        }
    }

    private void offer(int slots, long nowMs) {
        int missing = slots;
        for (Worker worker : workers.values()) {
            if (worker.isIn(Phase.STARTING)) {
                int claimed = Math.min(missing, limits.slots() - worker.claimedSlots());
                worker.claim(claimed);
                missing -= claimed;
            }
        }
        while (missing > 0 && activeCount() < limits.max()) {
            Worker started = start(nowMs);
            int claimed = Math.min(missing, limits.slots());
            started.claim(claimed);
            missing -= claimed;
        }
    }

    private int unclaimedSlots() {
        return workers.values().stream()
                .filter(worker -> worker.isIn(Phase.STARTING))
                .mapToInt(worker -> limits.slots() - worker.claimedSlots())
                .sum();
    }

    private void observed(List<WorkerEvent.Seen> registered, int waitingSlots, long nowMs) {
        owedSlots = Math.min(owedSlots, waitingSlots);
        TreeMap<String, WorkerEvent.Seen> byName = new TreeMap<>();
        registered.forEach(seen -> byName.put(seen.name(), seen));
        for (Worker worker : workers.values()) {
            WorkerEvent.Seen seen = byName.get(worker.name());
            if (worker.isIn(Phase.STOPPING)) {
                continue;
            }
            if (seen != null) {
                failedStarts = worker.isIn(Phase.STARTING) ? 0 : failedStarts;
                worker.seen(seen.id(), seen.idle() && waitingSlots == 0, nowMs);
            } else if (worker.isIn(Phase.REGISTERED)) {
                worker.enter(Phase.MISSING, nowMs);
            }
        }
    }

    private void ended(String name, long nowMs) {
        Worker worker = workers.remove(name);
        if (worker == null) {
            return;
        }
        ResourceID id = worker.id();
        if (id != null && !worker.isIn(Phase.STOPPING)) {
            effects.add(new WorkerEffect.Release(id, "its process has ended"));
        }
        if (id == null) {
            long delayMs = FIRST_DELAY_MS << Math.min(failedStarts, MAX_DOUBLINGS);
            notBeforeMs = nowMs + delayMs;
            failedStarts++;
            owedSlots += worker.claimedSlots();
        }
    }

    private void endHopeless(long nowMs) {
        for (Worker worker : List.copyOf(workers.values())) {
            deadlineMs(worker)
                    .filter(at -> at <= nowMs)
                    .ifPresent(_ ->
                            stop(
                                    worker,
                                    worker.isIn(Phase.STARTING)
                                            ? "it has not registered in time"
                                            : "it is cut off",
                                    nowMs));
        }
    }

    private void releaseIdle(long nowMs) {
        List<Worker> idle =
                workers.values().stream()
                        .filter(worker -> worker.isIdle() && idleEndMs(worker) <= nowMs)
                        .sorted(Comparator.comparingLong(Worker::idleSinceMs).reversed())
                        .toList();
        for (Worker worker : idle) {
            ResourceID id = worker.id();
            if (activeCount() > limits.min() && id != null) {
                String reason = "it was idle for " + (nowMs - worker.idleSinceMs()) + " ms";
                effects.add(new WorkerEffect.Release(id, reason));
                stop(worker, reason, nowMs);
            }
        }
    }

    private void startMissing(long nowMs) {
        while (notBeforeMs <= nowMs && lacksWorkers()) {
            Worker started = start(nowMs);
            int claimed = Math.min(owedSlots, limits.slots());
            started.claim(claimed);
            owedSlots -= claimed;
        }
    }

    private boolean lacksWorkers() {
        return activeCount() < (owedSlots > 0 ? limits.max() : limits.min());
    }

    private Worker start(long nowMs) {
        lastNumber++;
        Worker worker = new Worker(PREFIX + lastNumber, nowMs);
        workers.put(worker.name(), worker);
        effects.add(new WorkerEffect.Start(worker.name()));
        return worker;
    }

    private void stop(Worker worker, String reason, long nowMs) {
        worker.enter(Phase.STOPPING, nowMs);
        effects.add(new WorkerEffect.Stop(worker.name(), reason));
    }

    private int activeCount() {
        return (int) workers.values().stream().filter(it -> !it.isIn(Phase.STOPPING)).count();
    }

    /** When its patience with a worker ends. */
    private Optional<Long> deadlineMs(Worker worker) {
        return switch (worker.phase()) {
            case STARTING -> Optional.of(worker.sinceMs() + limits.startMs());
            case MISSING -> Optional.of(worker.sinceMs() + limits.missingMs());
            case REGISTERED, STOPPING -> Optional.empty();
        };
    }

    private long idleEndMs(Worker worker) {
        return worker.idleSinceMs() + limits.idleMs();
    }

    private Optional<Long> nextDeadlineMs() {
        List<Long> deadlines = new ArrayList<>();
        for (Worker worker : workers.values()) {
            deadlineMs(worker).ifPresent(deadlines::add);
            if (worker.isIdle() && activeCount() > limits.min()) {
                deadlines.add(idleEndMs(worker));
            }
        }
        if (lacksWorkers()) {
            deadlines.add(notBeforeMs);
        }
        return deadlines.stream().min(Comparator.naturalOrder());
    }
}
