package dev.millstream.engine.window.general;

import dev.millstream.engine.operator.TaskScope;
import dev.millstream.platform.time.Cancellable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Windows' timers of the machine's time. */
final class ProcessingTimers {
    private final TaskScope scope;
    private final Consumer<TimerQueue.Timer> action;
    private final TimerQueue queue = new TimerQueue();
    private @Nullable Cancellable wakeUp;
    private long wakeUpTime = Long.MAX_VALUE;

    /** The input has ended: time passes as the timers say, so that none is waited for. */
    private boolean ended;

    private long endedNow;

    /**
     * @param action what is to be done with a timer that is due
     */
    ProcessingTimers(TaskScope scope, Consumer<TimerQueue.Timer> action) {
        this.scope = scope;
        this.action = action;
    }

    /** Milliseconds since 1970. */
    long now() {
        long now = scope.platform().clock().wallMs();
        return ended ? Math.max(now, endedNow) : now;
    }

    void add(long time, WindowEntry entry) {
        queue.add(time, entry);
        if (time < wakeUpTime && !ended) {
            schedule(time);
        }
    }

    private void schedule(long time) {
        Cancellable before = wakeUp;
        if (before != null) {
            before.cancel();
        }
        wakeUpTime = time;
        wakeUp = scope.deadlines().schedule(Math.max(0, time - now()), this::fireDue);
    }

    private void fireDue() {
        wakeUp = null;
        wakeUpTime = Long.MAX_VALUE;
        long now = now();
        TimerQueue.Timer due = queue.due(now);
        while (due != null) {
            action.accept(due);
            due = queue.due(now);
        }
        long next = queue.earliest();
        if (next != Long.MAX_VALUE && next < wakeUpTime) {
            schedule(next);
        }
    }

    /** Nothing comes any more: lets all timers of windows that end be due, in order. */
    void end() {
        ended = true;
        TimerQueue.Timer due = queue.due(Long.MAX_VALUE - 1);
        while (due != null) {
            if (due.entry().window.maxTimestamp() != Long.MAX_VALUE) {
                endedNow = Math.max(endedNow, due.time());
                action.accept(due);
            }
            due = queue.due(Long.MAX_VALUE - 1);
        }
    }
}
