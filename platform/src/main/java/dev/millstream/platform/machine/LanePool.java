package dev.millstream.platform.machine;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.lane.Lanes;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The threads that lanes share: a few workers, since nothing on a lane blocks, and one timer. All
 * are daemons. Thread-safe.
 */
final class LanePool implements Lanes {
    private static final int MAX_WORKERS = 8;

    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor timer;

    LanePool(String process) {
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MAX_WORKERS);
        // Unbounded, but each lane is in it at most once. After the shutdown lanes are dropped.
        workers =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name(process + "-lane-", 1).factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
        timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().daemon().name(process + "-timer").factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Lane create(String name, Consumer<Throwable> onFailure) {
        return new MachineLane(name, onFailure, this);
    }

    /** Gives a lane that has something to do to the workers. */
    void run(MachineLane lane) {
        workers.execute(lane);
    }

    ScheduledFuture<?> after(long delayMs, Runnable command) {
        return timer.schedule(command, delayMs, TimeUnit.MILLISECONDS);
    }

    /** How many delayed commands are waiting. */
    int pendingTimers() {
        return timer.getQueue().size();
    }

    /** Ends all threads, and waits so long for what runs on them. */
    void close(Duration patience) {
        timer.shutdownNow();
        workers.shutdownNow();
        try {
            workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
            timer.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
