package dev.millstream.engine.harness;

import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.engine.source.SplitRequests;
import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.engine.task.Task;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.Acknowledge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The part of a JobMaster that sources need: hands splits out, and passes events on. */
public final class TestJobMaster implements SplitRequests, CoordinatorLink {
    private final Map<JobVertexID, Vertex> vertices = new TreeMap<>();
    private final List<RequestNextInputSplit> requests = new ArrayList<>();
    private final List<SplitEvent> events = new ArrayList<>();

    /** The vertex's coordinator task runs. */
    public synchronized void coordinator(CoordinatorTask task) {
        Vertex vertex = vertex(task.attempt());
        vertex.coordinator = task;
        vertex.unsent.forEach(each -> task.requestSplit(each.attempt().subtask(), each.host()));
        vertex.unsent.clear();
    }

    /** A reader runs. */
    public synchronized void reader(Task task) {
        vertex(task.attempt()).readers.put(task.attempt().subtask(), task);
    }

    /** All that readers have asked so far. */
    public synchronized List<RequestNextInputSplit> requests() {
        return List.copyOf(requests);
    }

    /** All that enumerators have decided so far. */
    public synchronized List<SplitEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized CompletableFuture<NextInputSplit> next(RequestNextInputSplit request) {
        requests.add(request);
        Vertex vertex = vertex(request.attempt());
        Pending pending = new Pending(request, new CompletableFuture<>());
        vertex.pending.add(pending);
        vertex.serve();
        if (request.demanded() && !pending.answer.isDone()) {
            if (vertex.coordinator == null) {
                vertex.unsent.add(request);
            } else {
                vertex.coordinator.requestSplit(request.attempt().subtask(), request.host());
            }
        }
        return pending.answer;
    }

    @Override
    public synchronized CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> decided) {
        Vertex vertex = vertex(coordinator);
        events.addAll(decided);
        for (SplitEvent event : decided) {
            switch (event) {
                case SplitEvent.Available available -> vertex.splits.add(available);
                case SplitEvent.NoMore noMore -> vertex.noMore.add(noMore.subtask());
                case SplitEvent.ToReader toReader -> {
                    Task reader = vertex.readers.get(toReader.subtask());
                    if (reader != null) {
                        reader.sourceEvent(toReader.event());
                    }
                }
            }
        }
        vertex.serve();
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
    }

    @Override
    public synchronized void eventToEnumerator(ExecutionAttemptID reader, Bytes event) {
        CoordinatorTask coordinator = vertex(reader).coordinator;
        if (coordinator != null) {
            coordinator.sourceEvent(reader.subtask(), event);
        }
    }

    private Vertex vertex(ExecutionAttemptID attempt) {
        return vertices.computeIfAbsent(attempt.vertex(), id -> new Vertex());
    }

    private record Pending(
            RequestNextInputSplit request, CompletableFuture<NextInputSplit> answer) {}

    private static final class Vertex {
        private @Nullable CoordinatorTask coordinator;
        private final Map<Integer, Task> readers = new TreeMap<>();
        private final List<RequestNextInputSplit> unsent = new ArrayList<>();
        private final List<Pending> pending = new ArrayList<>();
        private final Deque<SplitEvent.Available> splits = new ArrayDeque<>();
        private final List<OptionalInt> noMore = new ArrayList<>();

        void serve() {
            for (Pending each : List.copyOf(pending)) {
                NextInputSplit answer = answerTo(each.request);
                if (answer != null) {
                    pending.remove(each);
                    each.answer.complete(answer);
                }
            }
        }

        private @Nullable NextInputSplit answerTo(RequestNextInputSplit request) {
            OptionalInt subtask = OptionalInt.of(request.attempt().subtask());
            for (SplitEvent.Available split : splits) {
                boolean forAnyone = split.subtask().isEmpty() && request.demanded();
                if (forAnyone || split.subtask().equals(subtask)) {
                    splits.remove(split);
                    return new NextInputSplit.Split(split.splitId(), split.split());
                }
            }
            boolean none = noMore.contains(subtask) || noMore.contains(OptionalInt.empty());
            return none ? new NextInputSplit.NoneLeft() : null;
        }
    }
}
