package dev.millstream.platform.lane;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A lane with a limit on how many commands wait on it; who gives one too many is told so at once.
 * Thread-safe.
 */
public final class BoundedLane {
    private final Lane lane;
    private final int capacity;

    /** Raised by who gives a command, in whichever thread, and lowered on the lane. */
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * Limits a lane.
     *
     * @param capacity at least 1
     */
    public BoundedLane(Lane lane, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A capacity of at least 1, not " + capacity);
        }
        this.lane = lane;
        this.capacity = capacity;
    }

    /** The lane itself, for commands that the limit does not apply to. */
    public Lane lane() {
        return lane;
    }

    /**
     * Queues a command.
     *
     * @return false if the lane is full: the command will not run
     */
    public boolean tryExecute(Runnable command) {
        if (waiting.incrementAndGet() > capacity) {
            waiting.decrementAndGet();
            return false;
        }
        lane.execute(() -> {
            waiting.decrementAndGet();
            command.run();
        });
        return true;
    }
}
