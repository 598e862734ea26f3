package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A vertex of the JobGraph with its subtasks, its results, and for a source its coordinator. */
public final class ExecutionVertex {
    private final JobID job;
    private final Epoch epoch;
    private final JobVertex vertex;
    private final Optional<Subtask> coordinator;
    private final List<Subtask> subtasks = new ArrayList<>();
    private final List<InputEdge> inputs = new ArrayList<>();
    private final List<IntermediateResult> results = new ArrayList<>();

    /**
     * An input gate, seen from the consumer.
     *
     * @param producer the vertex that it reads from
     * @param result which of its results
     */
    public record InputEdge(ExecutionVertex producer, IntermediateResult result) {}

    ExecutionVertex(JobID job, Epoch epoch, JobVertex vertex) {
        this.job = job;
        this.epoch = epoch;
        this.vertex = vertex;
        this.coordinator =
                vertex.hasSource() ? Optional.of(new Subtask(this, true, 0)) : Optional.empty();
        for (int index = 0; index < vertex.parallelism(); index++) {
            subtasks.add(new Subtask(this, false, index));
        }
    }

    public JobVertex description() {
        return vertex;
    }

    public int parallelism() {
        return vertex.parallelism();
    }

    /** Present for a source. */
    public Optional<Subtask> coordinator() {
        return coordinator;
    }

    /** By index. */
    public List<Subtask> subtasks() {
        return Collections.unmodifiableList(subtasks);
    }

    /** In the order of the vertex's gates. */
    public List<InputEdge> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /** By index. */
    public List<IntermediateResult> results() {
        return Collections.unmodifiableList(results);
    }

    /** Whether every subtask has ended well. */
    public boolean isFinished() {
        return subtasks.stream()
                .allMatch(subtask -> subtask.attempt().state() == ExecutionState.FINISHED);
    }

    void connect(InputEdge edge) {
        inputs.add(edge);
    }

    void produce(IntermediateResult result) {
        results.add(result);
        results.sort(Comparator.comparingInt(IntermediateResult::index));
    }

    Attempt newAttempt(boolean ofCoordinator, int subtask, int number) {
        ExecutionAttemptID id =
                new ExecutionAttemptID(
                        job,
                        vertex.id(),
                        ofCoordinator,
                        subtask,
                        number,
                        epoch.leader(),
                        epoch.incarnation());
        String name =
                vertex.name()
                        + (ofCoordinator
                                ? " (coordinator)"
                                : " (" + (subtask + 1) + "/" + vertex.parallelism() + ")");
        return new Attempt(id, name);
    }
}
