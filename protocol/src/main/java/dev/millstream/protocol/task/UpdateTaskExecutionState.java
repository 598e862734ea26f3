package dev.millstream.protocol.task;

import dev.millstream.protocol.id.ExecutionAttemptID;
import java.util.List;
import java.util.Optional;

/**
 * A change of an attempt's state, reported by its TaskManager.
 *
 * @param attempt which
 * @param state the new one
 * @param failure why, for FAILED
 * @param accumulators final values, for a terminal state
 * @param metrics counts so far
 */
public record UpdateTaskExecutionState(
        ExecutionAttemptID attempt,
        ExecutionState state,
        Optional<FailureInfo> failure,
        List<AccumulatorSnapshot> accumulators,
        TaskIoMetrics metrics) {
    public UpdateTaskExecutionState {
        accumulators = List.copyOf(accumulators);
    }
}
