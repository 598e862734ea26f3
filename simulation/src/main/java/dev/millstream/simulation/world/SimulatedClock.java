package dev.millstream.simulation.world;

import dev.millstream.platform.time.Clock;
import dev.millstream.simulation.scheduler.Scheduler;

/** Virtual time, and a wall clock that may be wrong and may jump. */
public final class SimulatedClock implements Clock {
    private static final long READ_NS = 20;

    private final Scheduler scheduler;
    private long wallOffsetMs;

    SimulatedClock(Scheduler scheduler, long wallOffsetMs) {
        this.scheduler = scheduler;
        this.wallOffsetMs = wallOffsetMs;
    }

    @Override
    public long wallMs() {
        scheduler.assertBaton();
        return wallOffsetMs + scheduler.nowNs() / 1_000_000L;
    }

    /** Reading takes a moment itself, so that a loop that waits for a time ends. */
    @Override
    public long nanos() {
        scheduler.assertBaton();
        scheduler.tick(READ_NS);
        return scheduler.nowNs();
    }

    /** Changes the wall clock alone. */
    public void jumpWall(long byMs) {
        wallOffsetMs += byMs;
    }
}
