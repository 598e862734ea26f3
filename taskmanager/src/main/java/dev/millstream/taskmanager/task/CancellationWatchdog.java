package dev.millstream.taskmanager.task;

import java.util.List;

/**
 * Watches over one task's end. It exists from the task's start, and costs neither a thread nor
 * memory when it is needed.
 *
 * <ul>
 *   <li>quiet → watching: the task was told to end;
 *   <li>watching → watching: an interval has passed: interrupt it;
 *   <li>watching → given up: the timeout has passed, and it was interrupted at least once;
 *   <li>any → over: the task has ended.
 * </ul>
 *
 * <p>Not thread-safe: belongs to the main thread of its TaskExecutor.
 */
public final class CancellationWatchdog {
    private enum State {
        QUIET,
        WATCHING,
        GIVEN_UP,
        OVER
    }

    private final long intervalMs;
    private final long timeoutMs;
    private State state = State.QUIET;
    private long requestedMs;
    private boolean interrupted;

    /**
     * @param intervalMs between interrupts
     * @param timeoutMs until the task is given up; 0 means never
     */
    public CancellationWatchdog(long intervalMs, long timeoutMs) {
        if (intervalMs < 1 || timeoutMs < 0) {
            throw new IllegalArgumentException(
                    "The interval between interrupts must be positive and the timeout not negative,"
                            + " but they are "
                            + intervalMs
                            + " ms and "
                            + timeoutMs
                            + " ms");
        }
        this.intervalMs = intervalMs;
        this.timeoutMs = timeoutMs;
    }

    /** Decides what follows from an event. */
    public List<WatchdogEffect> on(WatchdogEvent event, long nowMs) {
        return switch (event) {
            case WatchdogEvent.EndRequested() -> endRequested(nowMs);
            case WatchdogEvent.Woken() -> woken(nowMs);
            case WatchdogEvent.Ended() -> {
                boolean watching = state == State.WATCHING;
                state = State.OVER;
                yield watching ? List.of(new WatchdogEffect.CancelWake()) : List.of();
            }
        };
    }

    private List<WatchdogEffect> endRequested(long nowMs) {
        if (state != State.QUIET) {
            return List.of();
        }
        state = State.WATCHING;
        requestedMs = nowMs;
        return List.of(new WatchdogEffect.WakeAfter(nextDelayMs(0)));
    }

    private List<WatchdogEffect> woken(long nowMs) {
        if (state != State.WATCHING) {
            return List.of();
        }
        long waitedMs = nowMs - requestedMs;
        if (interrupted && timeoutMs > 0 && waitedMs >= timeoutMs) {
            state = State.GIVEN_UP;
            return List.of(new WatchdogEffect.GiveUp(waitedMs));
        }
        interrupted = true;
        return List.of(
                new WatchdogEffect.Interrupt(waitedMs),
                new WatchdogEffect.WakeAfter(nextDelayMs(waitedMs)));
    }

    private long nextDelayMs(long waitedMs) {
        return timeoutMs > 0 ? Math.max(1, Math.min(intervalMs, timeoutMs - waitedMs)) : intervalMs;
    }
}
