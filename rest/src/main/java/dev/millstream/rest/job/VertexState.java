package dev.millstream.rest.job;

import dev.millstream.protocol.job.JobDetails.SubtaskDetails;
import dev.millstream.protocol.task.ExecutionState;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the states of several subtasks are together. */
final class VertexState {
    /** One subtask in an earlier one of these gives all its vertex this state. */
    private static final List<ExecutionState> FIRST =
            List.of(
                    ExecutionState.FAILED,
                    ExecutionState.CANCELING,
                    ExecutionState.CANCELED,
                    ExecutionState.INITIALIZING,
                    ExecutionState.DEPLOYING,
                    ExecutionState.RUNNING,
                    ExecutionState.SCHEDULED,
                    ExecutionState.CREATED);

    private VertexState() {}

    /** FINISHED when all of them are. */
    static ExecutionState of(List<SubtaskDetails> subtasks) {
        Map<ExecutionState, Integer> counts = counts(subtasks);
        return FIRST.stream()
                .filter(state -> counts.getOrDefault(state, 0) > 0)
                .findFirst()
                .orElse(ExecutionState.FINISHED);
    }

    /** How many subtasks are in each state. */
    static Map<ExecutionState, Integer> counts(List<SubtaskDetails> subtasks) {
        Map<ExecutionState, Integer> counts = new EnumMap<>(ExecutionState.class);
        for (ExecutionState state : ExecutionState.values()) {
            counts.put(state, 0);
        }
        subtasks.forEach(it -> counts.merge(it.state(), 1, Integer::sum));
        return counts;
    }

    /** As fields of lists of jobs are called. */
    static String lower(ExecutionState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
