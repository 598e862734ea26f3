package dev.millstream.engine.timer;

import dev.millstream.engine.state.keyed.CurrentKey;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.thread.Deadlines;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.platform.time.Clock;
import dev.millstream.streaming.api.TimerService;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one operator. Those of event time fire when the watermark comes, those of
 * processing time by one of the task's deadlines, between two records. Belongs to the task's
 * thread.
 */
public final class KeyedTimers implements TimerService {
    private final CurrentKey current;
    private final UnaryOperator<Object> keptKey;
    private final Clock clock;
    private final @Nullable Deadlines deadlines;
    private final Timers eventTime;
    private final Timers processingTime;
    private long watermark = Long.MIN_VALUE;
    private @Nullable TimerTarget processingTarget;
    private @Nullable Cancellable scheduled;
    private long scheduledMs = Long.MAX_VALUE;

    /**
     * @param keptKey gives a key that may be kept
     * @param deadlines null in batch mode, where time stands still until a key is at its end
     */
    public KeyedTimers(
            CurrentKey current,
            KeyKind keys,
            UnaryOperator<Object> keptKey,
            Clock clock,
            @Nullable Deadlines deadlines) {
        this.current = current;
        this.keptKey = keptKey;
        this.clock = clock;
        this.deadlines = deadlines;
        this.eventTime = new Timers(current.range(), keys);
        this.processingTime = new Timers(current.range(), keys);
    }

    /** Where timers of processing time fire; to be told before the first record. */
    public void onProcessingTime(TimerTarget target) {
        processingTarget = target;
    }

    @Override
    public long currentProcessingTime() {
        return clock.wallMs();
    }

    @Override
    public long currentWatermark() {
        return watermark;
    }

    @Override
    public void registerEventTimeTimer(long time) {
        eventTime.add(current.group(), keptKey.apply(current.get()), current.hash(), time);
    }

    @Override
    public void deleteEventTimeTimer(long time) {
        eventTime.remove(current.group(), current.get(), current.hash(), time);
    }

    @Override
    public void registerProcessingTimeTimer(long time) {
        Object key = keptKey.apply(current.get());
        if (processingTime.add(current.group(), key, current.hash(), time) && time < scheduledMs) {
            schedule(time);
        }
    }

    @Override
    public void deleteProcessingTimeTimer(long time) {
        processingTime.remove(current.group(), current.get(), current.hash(), time);
    }

    private void schedule(long time) {
        if (deadlines == null) {
            return;
        }
        if (scheduled != null) {
            scheduled.cancel();
        }
        scheduledMs = time;
        // A difference may overflow for times far before or after any clock's.
        long nowMs = clock.wallMs();
        long delayMs = time <= nowMs ? 0 : Math.min(time, Long.MAX_VALUE / 2_000_000) - nowMs;
        scheduled = deadlines.schedule(Math.max(0, delayMs), this::processingTimeHasCome);
    }

    private void processingTimeHasCome() {
        scheduled = null;
        scheduledMs = Long.MAX_VALUE;
        TimerTarget target = processingTarget;
        if (target != null) {
            processingTime.fire(clock.wallMs(), target);
        }
        long next = processingTime.earliest();
        if (next < scheduledMs) {
            // The clock that wakes the task and the one that tells the time may differ a little.
            schedule(Math.max(next, clock.wallMs() + 1));
        }
    }

    /** The watermark has come to a time: fires what is due. */
    public void advance(long newWatermark, TimerTarget target) {
        if (newWatermark > watermark) {
            watermark = newWatermark;
            eventTime.fire(newWatermark, target);
        }
    }

    /** In batch mode: all of a key's records have been seen. Fires all its timers. */
    public void endKey(TimerTarget onEventTime) {
        watermark = Long.MAX_VALUE;
        TimerTarget onProcessingTime = processingTarget;
        do {
            eventTime.fire(Long.MAX_VALUE, onEventTime);
            if (onProcessingTime != null) {
                processingTime.fire(Long.MAX_VALUE, onProcessingTime);
            }
        } while (eventTime.size() > 0);
        watermark = Long.MIN_VALUE;
    }

    /** Timers of event time. */
    public Timers eventTime() {
        return eventTime;
    }

    /** Timers of processing time. */
    public Timers processingTime() {
        return processingTime;
    }
}
