package dev.millstream.protocol.job;

import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskIoMetrics;
import java.util.List;
import java.util.Optional;

/**
 * A job with its vertices and subtasks.
 *
 * @param overview the job
 * @param vertices in topological order
 * @param failures newest last; bounded
 */
public record JobDetails(
        JobOverview overview, List<VertexDetails> vertices, List<FailureInfo> failures) {
    public JobDetails {
        vertices = List.copyOf(vertices);
        failures = List.copyOf(failures);
    }

    /** A vertex and its subtasks by index. */
    public record VertexDetails(
            JobVertexID id, String name, int parallelism, List<SubtaskDetails> subtasks) {
        public VertexDetails {
            subtasks = List.copyOf(subtasks);
        }
    }

    /**
     * The current attempt of a subtask.
     *
     * @param taskManager where it runs or ran; empty before it has a slot
     * @param slot which slot there; -1 before it has one
     * @param startMs when it was deployed, by the JobManager's clock; -1 before that
     * @param endMs when its end was known; -1 while it lives
     */
    public record SubtaskDetails(
            int index,
            int attempt,
            ExecutionState state,
            Optional<String> taskManager,
            int slot,
            TaskIoMetrics metrics,
            long startMs,
            long endMs) {}
}
