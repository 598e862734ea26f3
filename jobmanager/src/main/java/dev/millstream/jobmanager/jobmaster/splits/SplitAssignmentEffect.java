package dev.millstream.jobmanager.jobmaster.splits;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.NextInputSplit;

/** What a {@link SplitAssignment} wants done. */
public sealed interface SplitAssignmentEffect {
    /** Answer a request. */
    record Answer(long requestId, NextInputSplit split) implements SplitAssignmentEffect {}

    /**
     * Refuse a request.
     *
     * @param reason why, for people
     */
    record Refuse(long requestId, String reason) implements SplitAssignmentEffect {}

    /** Ask the coordinator for a split for a subtask that has none. */
    record AskCoordinator(ExecutionAttemptID coordinator, int subtask, String host)
            implements SplitAssignmentEffect {}

    /** Hand something to the coordinator that a reader sent. */
    record TellCoordinator(ExecutionAttemptID coordinator, int subtask, Bytes event)
            implements SplitAssignmentEffect {}

    /** Hand something to a reader that its coordinator sent. */
    record TellReader(ExecutionAttemptID reader, int subtask, Bytes event)
            implements SplitAssignmentEffect {}

    /** A task broke the rules and is to be failed. */
    record FailTask(ExecutionAttemptID attempt, String reason) implements SplitAssignmentEffect {}
}
