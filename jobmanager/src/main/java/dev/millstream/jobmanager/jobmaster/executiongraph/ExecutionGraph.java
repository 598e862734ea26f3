package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.rpc.fencing.Epoch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A job in its parallel form. Knows what there is and what state it is in; decides nothing. Not
 * thread-safe: belongs to its JobMaster's main thread.
 */
public final class ExecutionGraph {
    private final JobGraph job;
    private final TreeMap<JobVertexID, ExecutionVertex> byId = new TreeMap<>();
    private final List<ExecutionVertex> vertices = new ArrayList<>();
    private final List<Subtask> tasks = new ArrayList<>();

    /**
     * @param job the job
     * @param epoch of the JobMaster: attempts bear it
     * @throws MalformedJobException if the job can't be run
     */
    public ExecutionGraph(JobGraph job, Epoch epoch) {
        JobGraphChecks.check(job);
        this.job = job;
        for (JobVertex description : job.vertices()) {
            ExecutionVertex vertex = new ExecutionVertex(job.jobId(), epoch, description);
            vertices.add(vertex);
            byId.put(description.id(), vertex);
            vertex.coordinator().ifPresent(tasks::add);
            tasks.addAll(vertex.subtasks());
        }
        vertices.forEach(this::connectInputs);
    }

    private void connectInputs(ExecutionVertex consumer) {
        for (JobEdge edge : consumer.description().inputs()) {
            ExecutionVertex producer = vertex(edge.source());
            IntermediateResult result =
                    new IntermediateResult(
                            edge.resultIndex(),
                            producer.description().results().get(edge.resultIndex()).kind(),
                            consumer,
                            edge.pattern());
            consumer.connect(new ExecutionVertex.InputEdge(producer, result));
            producer.produce(result);
        }
    }

    public JobGraph job() {
        return job;
    }

    /** In topological order, sources first. */
    public List<ExecutionVertex> vertices() {
        return Collections.unmodifiableList(vertices);
    }

    /** All subtasks in topological order, each coordinator before its source's subtasks. */
    public List<Subtask> tasks() {
        return Collections.unmodifiableList(tasks);
    }

    /**
     * Finds a vertex.
     *
     * @throws IllegalArgumentException if there is no such vertex
     */
    public ExecutionVertex vertex(JobVertexID id) {
        ExecutionVertex vertex = byId.get(id);
        if (vertex == null) {
            throw new IllegalArgumentException("Job " + job.jobId() + " has no vertex " + id);
        }
        return vertex;
    }

    /** The subtask whose current attempt this is; empty for an outdated or foreign attempt. */
    public Optional<Subtask> current(ExecutionAttemptID id) {
        ExecutionVertex vertex = byId.get(id.vertex());
        if (vertex == null || id.subtask() < 0 || id.subtask() >= vertex.parallelism()) {
            return Optional.empty();
        }
        Optional<Subtask> subtask =
                id.coordinator()
                        ? vertex.coordinator()
                        : Optional.of(vertex.subtasks().get(id.subtask()));
        return subtask.filter(found -> found.attempt().id().equals(id));
    }

    /** The current attempts that fulfil a condition, in topological order. */
    public List<Attempt> attempts(Predicate<Attempt> condition) {
        return tasks.stream().map(Subtask::attempt).filter(condition).toList();
    }

    public boolean allEnded() {
        return tasks.stream().allMatch(task -> task.attempt().state().isTerminal());
    }

    public boolean allFinished() {
        return vertices.stream().allMatch(ExecutionVertex::isFinished);
    }

    /** Whether every source subtask runs, or has run to its end. */
    public boolean sourcesRun() {
        return vertices.stream()
                .filter(vertex -> vertex.description().inputs().isEmpty())
                .flatMap(vertex -> vertex.subtasks().stream())
                .allMatch(subtask -> subtask.attempt().hasRun());
    }

    /**
     * Notes that a partition is complete.
     *
     * @return whether it is one of a current attempt
     */
    public boolean completed(PartitionID partition) {
        Optional<Subtask> producer = current(partition.producer());
        Optional<IntermediateResult> result =
                producer.flatMap(subtask ->
                        subtask.vertex().results().stream()
                                .filter(some -> some.index() == partition.result())
                                .findFirst());
        result.ifPresent(found -> found.completed(partition.producer().subtask()));
        return result.isPresent();
    }

    /**
     * Gives every subtask a new attempt, and forgets which partitions are complete.
     *
     * @throws IllegalStateException if an attempt hasn't ended
     */
    public void renewAll() {
        tasks.forEach(Subtask::renew);
        vertices.forEach(vertex -> vertex.results().forEach(IntermediateResult::reset));
    }
}
