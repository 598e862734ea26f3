package dev.millstream.jobmanager.jobmaster.splits;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.ExecutionState;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** One source: the splits that one attempt of its coordinator tells of, and who waits for them. */
final class SourceSplits {
    /** Bounds what is kept, should a TaskManager go wild. */
    private static final int MAX_WAITING = 100_000;

    private final ExecutionAttemptID coordinator;
    private final SplitQueue queue = new SplitQueue();
    private final TreeMap<Integer, ExecutionAttemptID> readers = new TreeMap<>();
    private final TreeSet<Integer> complete = new TreeSet<>();
    private final List<SplitRequest> waiting = new ArrayList<>();
    private final List<SplitAssignmentEffect> untilRunning = new ArrayList<>();
    private boolean allComplete;
    private boolean running;

    SourceSplits(ExecutionAttemptID coordinator) {
        this.coordinator = coordinator;
    }

    ExecutionAttemptID coordinator() {
        return coordinator;
    }

    /** From now on the coordinator can be spoken to; it gets what was kept for it. */
    List<SplitAssignmentEffect> coordinatorRuns() {
        running = true;
        List<SplitAssignmentEffect> kept = List.copyOf(untilRunning);
        untilRunning.clear();
        return kept;
    }

    List<SplitAssignmentEffect> readerChanged(ExecutionAttemptID reader, ExecutionState state) {
        switch (state) {
            case CREATED, SCHEDULED, DEPLOYING, INITIALIZING, RUNNING, CANCELING ->
                    readers.put(reader.subtask(), reader);
            case FINISHED -> queue.done(reader);
            case CANCELED, FAILED -> queue.giveBack(reader);
        }
        if (!state.isTerminal()) {
            return List.of();
        }
        List<SplitAssignmentEffect> effects =
                refuse(request -> request.attempt().equals(reader), reader + " has ended");
        effects.addAll(serve());
        return effects;
    }

    List<SplitAssignmentEffect> requested(SplitRequest request) {
        if (waiting.size() >= MAX_WAITING) {
            return List.of(
                    new SplitAssignmentEffect.Refuse(
                            request.id(), MAX_WAITING + " requests for splits wait already"));
        }
        waiting.add(request);
        List<SplitAssignmentEffect> effects = new ArrayList<>(serve());
        if (request.demanded() && waiting.contains(request)) {
            effects.addAll(
                    toCoordinator(
                            new SplitAssignmentEffect.AskCoordinator(
                                    coordinator, request.attempt().subtask(), request.host())));
        }
        return effects;
    }

    List<SplitAssignmentEffect> fromCoordinator(List<SplitEvent> events) {
        List<SplitAssignmentEffect> effects = new ArrayList<>();
        for (SplitEvent event : events) {
            switch (event) {
                case SplitEvent.Available split -> queue.add(split);
                case SplitEvent.NoMore(OptionalInt subtask) -> {
                    subtask.ifPresent(complete::add);
                    allComplete |= subtask.isEmpty();
                }
                case SplitEvent.ToReader(int subtask, Bytes payload) -> {
                    ExecutionAttemptID reader = readers.get(subtask);
                    if (reader != null) {
                        effects.add(new SplitAssignmentEffect.TellReader(reader, subtask, payload));
                    }
                }
            }
        }
        effects.addAll(serve());
        return effects;
    }

    List<SplitAssignmentEffect> fromReader(ExecutionAttemptID reader, Bytes payload) {
        if (untilRunning.size() >= MAX_WAITING) {
            return List.of(
                    new SplitAssignmentEffect.FailTask(
                            reader,
                            "It sent more than "
                                    + MAX_WAITING
                                    + " events to its split enumerator before that ran."));
        }
        return toCoordinator(
                new SplitAssignmentEffect.TellCoordinator(coordinator, reader.subtask(), payload));
    }

    /** Requests that nobody will answer any more, as the coordinator was replaced. */
    List<SplitAssignmentEffect> close() {
        return refuse(request -> true, coordinator + " has ended");
    }

    private List<SplitAssignmentEffect> refuse(Predicate<SplitRequest> condition, String reason) {
        List<SplitAssignmentEffect> effects = new ArrayList<>();
        for (Iterator<SplitRequest> all = waiting.iterator(); all.hasNext(); ) {
            SplitRequest request = all.next();
            if (condition.test(request)) {
                all.remove();
                effects.add(new SplitAssignmentEffect.Refuse(request.id(), "Attempt " + reason));
            }
        }
        return effects;
    }

    private List<SplitAssignmentEffect> toCoordinator(SplitAssignmentEffect effect) {
        if (running) {
            return List.of(effect);
        }
        untilRunning.add(effect);
        return List.of();
    }

    private List<SplitAssignmentEffect> serve() {
        List<SplitAssignmentEffect> effects = new ArrayList<>();
        int answered;
        do { // who has been served last may have taken what an earlier one had to wait for
            answered = effects.size();
            for (Iterator<SplitRequest> all = waiting.iterator(); all.hasNext(); ) {
                SplitRequest request = all.next();
                Optional<NextInputSplit> answer = answer(request);
                if (answer.isPresent()) {
                    all.remove();
                    effects.add(new SplitAssignmentEffect.Answer(request.id(), answer.get()));
                }
            }
        } while (effects.size() > answered);
        return effects;
    }

    private Optional<NextInputSplit> answer(SplitRequest request) {
        Optional<NextInputSplit> split =
                queue.next(request)
                        .map(found -> new NextInputSplit.Split(found.splitId(), found.split()));
        if (split.isPresent()) {
            return split;
        }
        return isNoneLeft(request) ? Optional.of(new NextInputSplit.NoneLeft()) : Optional.empty();
    }

    /** Not as long as the reader could still demand one of those that anybody may have. */
    private boolean isNoneLeft(SplitRequest request) {
        return complete.contains(request.attempt().subtask())
                || (allComplete && (request.demanded() || !queue.hasOpen()));
    }
}
