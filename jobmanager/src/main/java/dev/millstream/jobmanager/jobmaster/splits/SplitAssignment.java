package dev.millstream.jobmanager.jobmaster.splits;

import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.ExecutionState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Assigns the splits of all sources of a job, one at a time, to whoever asks. Opaque bytes to it:
 * splits are made by a source's coordinator task and opened by its readers. Pure.
 *
 * <p>A new attempt of a coordinator begins anew, with no splits. A request for which there is no
 * split waits, and its coordinator is asked, until there is one or the coordinator says that there
 * will be none.
 */
public final class SplitAssignment {
    private final TreeMap<JobVertexID, SourceSplits> sources = new TreeMap<>();

    /** Decides what follows from an event. */
    public List<SplitAssignmentEffect> on(SplitAssignmentEvent event, long nowMs) {
        return switch (event) {
            case SplitAssignmentEvent.AttemptChanged(ExecutionAttemptID attempt, var state) ->
                    attempt.coordinator()
                            ? coordinatorChanged(attempt, state)
                            : readerChanged(attempt, state);
            case SplitAssignmentEvent.Requested(long id, RequestNextInputSplit request) ->
                    requested(id, request);
            case SplitAssignmentEvent.FromCoordinator(ExecutionAttemptID coordinator, var events) ->
                    fromCoordinator(coordinator, events);
            case SplitAssignmentEvent.FromReader(ExecutionAttemptID reader, Bytes payload) ->
                    fromReader(reader, payload);
        };
    }

    private List<SplitAssignmentEffect> coordinatorChanged(
            ExecutionAttemptID coordinator, ExecutionState state) {
        SourceSplits source = sources.get(coordinator.vertex());
        List<SplitAssignmentEffect> effects = new ArrayList<>();
        if (source == null || !source.coordinator().equals(coordinator)) {
            if (source != null) {
                effects.addAll(source.close());
            }
            source = new SourceSplits(coordinator);
            sources.put(coordinator.vertex(), source);
        }
        if (state == ExecutionState.RUNNING) {
            effects.addAll(source.coordinatorRuns());
        }
        return effects;
    }

    private List<SplitAssignmentEffect> readerChanged(
            ExecutionAttemptID reader, ExecutionState state) {
        SourceSplits source = sources.get(reader.vertex());
        return source == null ? List.of() : source.readerChanged(reader, state);
    }

    private List<SplitAssignmentEffect> requested(long id, RequestNextInputSplit request) {
        ExecutionAttemptID attempt = request.attempt();
        SourceSplits source = sources.get(attempt.vertex());
        if (source == null) {
            return List.of(
                    new SplitAssignmentEffect.Refuse(
                            id, "Vertex " + attempt.vertex() + " has no source that runs"));
        }
        return source.requested(new SplitRequest(id, attempt, request.host(), request.demanded()));
    }

    private List<SplitAssignmentEffect> fromCoordinator(
            ExecutionAttemptID coordinator, List<SplitEvent> events) {
        SourceSplits source = sources.get(coordinator.vertex());
        return source == null || !source.coordinator().equals(coordinator)
                ? List.of()
                : source.fromCoordinator(events);
    }

    private List<SplitAssignmentEffect> fromReader(ExecutionAttemptID reader, Bytes payload) {
        SourceSplits source = sources.get(reader.vertex());
        return source == null ? List.of() : source.fromReader(reader, payload);
    }
}
