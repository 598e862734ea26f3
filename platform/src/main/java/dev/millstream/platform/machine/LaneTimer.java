package dev.millstream.platform.machine;

import dev.millstream.platform.time.Cancellable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A delayed command of a lane. It runs on the lane, unless it is cancelled before. */
final class LaneTimer implements Cancellable {
    private final MachineLane lane;

    /** Taken by whoever comes first: the lane that runs it, or who cancels it. */
    private final AtomicReference<@Nullable Runnable> command;

    /** Written once, by {@link #start}; read by who cancels, in whichever thread. */
    private volatile @Nullable ScheduledFuture<?> alarm;

    LaneTimer(MachineLane lane, Runnable command) {
        this.lane = lane;
        this.command = new AtomicReference<>(command);
    }

    void start(LanePool pool, long delayMs) {
        alarm = pool.after(delayMs, () -> lane.execute(this::runOnLane));
    }

    private void runOnLane() {
        lane.forget(this);
        Runnable taken = command.getAndSet(null);
        if (taken != null) {
            taken.run();
        }
    }

    @Override
    public void cancel() {
        if (command.getAndSet(null) != null) {
            lane.forget(this);
            ScheduledFuture<?> started = alarm;
            if (started != null) {
                started.cancel(false);
            }
        }
    }
}
