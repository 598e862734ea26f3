package dev.millstream.jobmanager.jobmaster.splits;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.ExecutionState;
import java.util.List;

/** What happens to a {@link SplitAssignment}. */
public sealed interface SplitAssignmentEvent {
    /** An attempt of a source subtask or of a coordinator has a new state. */
    record AttemptChanged(ExecutionAttemptID attempt, ExecutionState state)
            implements SplitAssignmentEvent {}

    /**
     * A source subtask asks for a split.
     *
     * @param requestId names the request in {@link SplitAssignmentEffect.Answer}
     */
    record Requested(long requestId, RequestNextInputSplit request)
            implements SplitAssignmentEvent {}

    /** A coordinator tells of splits. */
    record FromCoordinator(ExecutionAttemptID coordinator, List<SplitEvent> events)
            implements SplitAssignmentEvent {
        public FromCoordinator {
            events = List.copyOf(events);
        }
    }

    /** A reader has something for its enumerator. */
    record FromReader(ExecutionAttemptID reader, Bytes event) implements SplitAssignmentEvent {}
}
