package dev.millstream.jobmanager.jobmaster.history;

import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.FailureInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The state changes of a job, numbered from 1, and those who wait for the next one. Bounded: when
 * it is full, the oldest are forgotten. Belongs to the main thread of its endpoint.
 */
public final class StateChangeHistory {
    /** The most that one answer has, so that it fits into a frame. */
    private static final int MAX_ANSWER = 1_000;

    private final int capacity;
    private final Deque<StateChange> changes = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long lastSequence;
    private boolean closed;

    private record Waiting(long afterSequence, CompletableFuture<List<StateChange>> answer) {}

    /**
     * @param capacity how many are kept, at least 1
     */
    public StateChangeHistory(int capacity) {
        this.capacity = Math.max(1, capacity);
    }

    /** Adds a change with the next number, and answers those who wait. */
    public StateChange add(
            long wallMs, String subject, String state, Optional<FailureInfo> failure) {
        lastSequence++;
        StateChange change = new StateChange(lastSequence, wallMs, subject, state, failure);
        changes.addLast(change);
        if (changes.size() > capacity) {
            changes.removeFirst();
        }
        answerAll();
        return change;
    }

    /**
     * The changes after a number, as soon as there is one; an empty list once there will never be
     * one.
     */
    public CompletableFuture<List<StateChange>> after(long sequence) {
        CompletableFuture<List<StateChange>> answer = new CompletableFuture<>();
        waiting.add(new Waiting(sequence, answer));
        answerAll();
        return answer;
    }

    /** No change will come any more. */
    public void close() {
        closed = true;
        answerAll();
    }

    private void answerAll() {
        List<Waiting> due = new ArrayList<>();
        waiting.removeIf(one -> (closed || one.afterSequence() < lastSequence) && due.add(one));
        for (Waiting one : due) {
            one.answer()
                    .complete(
                            changes.stream()
                                    .filter(change -> change.sequence() > one.afterSequence())
                                    .limit(MAX_ANSWER)
                                    .toList());
        }
    }
}
