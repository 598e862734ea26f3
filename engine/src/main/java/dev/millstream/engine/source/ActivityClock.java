package dev.millstream.engine.source;

import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.platform.time.Clock;
import dev.millstream.util.clock.RelativeClock;

/**
 * Time during which the source could have emitted: it stands still while its receivers are slow.
 */
final class ActivityClock implements RelativeClock {
    private final Clock clock;
    private final TaskWaiting waiting;

    ActivityClock(Clock clock, TaskWaiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public long relativeTimeMillis() {
        return relativeTimeNanos() / 1_000_000L;
    }

    @Override
    public long relativeTimeNanos() {
        return clock.nanos() - waiting.blockedNs();
    }
}
