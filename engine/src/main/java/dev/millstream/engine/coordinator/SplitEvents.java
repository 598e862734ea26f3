package dev.millstream.engine.coordinator;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.SplitEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends an enumerator's decisions to the JobMaster, in order: one call at a time, each of bounded
 * size. What waits is what the enumerator has decided, which was in its memory before. Belongs to
 * the task's thread.
 */
final class SplitEvents {
    private static final int MAX_EVENTS = 1_000;
    private static final long MAX_BYTES = 1L << 20;

    private final OperatorContext context;
    private final ExecutionAttemptID attempt;
    private final CoordinatorLink link;
    private final ArrayDeque<SplitEvent> waiting = new ArrayDeque<>();
    private boolean underWay;
    private boolean scheduled;

    SplitEvents(OperatorContext context, ExecutionAttemptID attempt, CoordinatorLink link) {
        this.context = context;
        this.attempt = attempt;
        this.link = link;
    }

    /** Queues an event; it leaves after the enumerator's present call. */
    void add(SplitEvent event) {
        waiting.add(event);
        if (!underWay && !scheduled) {
            scheduled = true;
            context.scope()
                    .mailbox()
                    .put(() -> {
                        scheduled = false;
                        send();
                    });
        }
    }

    private void send() {
        if (underWay || waiting.isEmpty()) {
            return;
        }
        underWay = true;
        context.scope()
                .mailbox()
                .putAnswer(
                        link.splitEvents(attempt, nextEvents()), (done, failure) -> sent(failure));
    }

    private List<SplitEvent> nextEvents() {
        List<SplitEvent> events = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && events.size() < MAX_EVENTS && bytes < MAX_BYTES) {
            SplitEvent event = waiting.remove();
            events.add(event);
            bytes += sizeOf(event);
        }
        return events;
    }

    private static long sizeOf(SplitEvent event) {
        return switch (event) {
            case SplitEvent.Available available -> available.split().length();
            case SplitEvent.ToReader toReader -> toReader.event().length();
            case SplitEvent.NoMore noMore -> 0;
        };
    }

    private void sent(@Nullable Throwable failure) {
        underWay = false;
        if (failure != null) {
            throw context.retryableFailure("can't reach the JobMaster.", failure);
        }
        send();
    }
}
