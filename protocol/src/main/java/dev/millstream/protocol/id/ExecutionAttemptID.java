package dev.millstream.protocol.id;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.JobVertexID;
import java.util.Comparator;

/**
 * Identity of one attempt to run one subtask. Never repeated within a job, across leaders too, as
 * it bears the incarnation of its JobMaster.
 *
 * @param job the job
 * @param vertex the vertex; a coordinator task bears its source's
 * @param coordinator whether it is the vertex's coordinator task and not one of its subtasks
 * @param subtask from 0; 0 for a coordinator
 * @param attempt from 0, one higher with each restart
 * @param leader {@link dev.millstream.rpc.fencing.Epoch#leader()} of the JobMaster that made it
 * @param incarnation {@link dev.millstream.rpc.fencing.Epoch#incarnation()} of the JobMaster that
 *     made it
 */
public record ExecutionAttemptID(
        JobID job,
        JobVertexID vertex,
        boolean coordinator,
        int subtask,
        int attempt,
        long leader,
        int incarnation)
        implements Comparable<ExecutionAttemptID> {
    private static final Comparator<ExecutionAttemptID> ORDER =
            Comparator.comparing(ExecutionAttemptID::job)
                    .thenComparing(ExecutionAttemptID::vertex)
                    .thenComparing(ExecutionAttemptID::coordinator)
                    .thenComparingInt(ExecutionAttemptID::subtask)
                    .thenComparingLong(ExecutionAttemptID::leader)
                    .thenComparingInt(ExecutionAttemptID::incarnation)
                    .thenComparingInt(ExecutionAttemptID::attempt);

    @Override
    public int compareTo(ExecutionAttemptID other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return vertex
                + (coordinator ? "/coordinator" : "/" + subtask)
                + "@"
                + leader
                + "."
                + incarnation
                + "."
                + attempt;
    }
}
