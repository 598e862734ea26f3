package dev.millstream.taskmanager.task;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Delivers the reports of one attempt in order and at least once, one at a time: the next is sent
 * when the one before has arrived. Bounded, as an attempt has few states and few partitions.
 *
 * <p>Not thread-safe: belongs to the main thread of its TaskExecutor.
 */
public final class ReportQueue {
    private static final long FIRST_DELAY_MS = 50;
    private static final long MAX_DELAY_MS = 2_000;

    private enum State {
        READY,
        SENDING,
        WAITING
    }

    private final ArrayDeque<Report> waiting = new ArrayDeque<>();
    private State state = State.READY;
    private long delayMs = FIRST_DELAY_MS;

    /** Decides what follows from an event. */
    public List<ReportEffect> on(ReportEvent event) {
        return switch (event) {
            case ReportEvent.Added(Report report) -> {
                waiting.addLast(report);
                yield state == State.READY ? send() : List.of();
            }
            case ReportEvent.Delivered() -> delivered();
            case ReportEvent.Failed() -> failed();
            case ReportEvent.RetryDue() -> {
                require(State.WAITING);
                yield send();
            }
        };
    }

    private List<ReportEffect> delivered() {
        require(State.SENDING);
        Report report = waiting.removeFirst();
        state = State.READY;
        delayMs = FIRST_DELAY_MS;
        if (!waiting.isEmpty()) {
            return send();
        }
        boolean last =
                report instanceof Report.StateChanged changed
                        && changed.update().state().isTerminal();
        return last ? List.of(new ReportEffect.Complete()) : List.of();
    }

    private List<ReportEffect> failed() {
        require(State.SENDING);
        state = State.WAITING;
        long thisDelayMs = delayMs;
        delayMs = Math.min(delayMs * 2, MAX_DELAY_MS);
        return List.of(new ReportEffect.RetryAfter(thisDelayMs));
    }

    private List<ReportEffect> send() {
        state = State.SENDING;
        return List.of(new ReportEffect.Send(waiting.getFirst()));
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("Expected " + expected + " but reports are " + state);
        }
    }
}
