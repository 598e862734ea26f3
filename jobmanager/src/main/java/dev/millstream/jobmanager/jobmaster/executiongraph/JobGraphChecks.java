package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.JobVertexID;
import java.util.TreeMap;
import java.util.TreeSet;

/** Refuses JobGraphs that no compiler of ours makes, but that anyone can send. */
public final class JobGraphChecks {
    /** More subtasks than this in one job are refused, as they can only be a mistake. */
    private static final int MAX_SUBTASKS = 100_000;

    private final JobGraph graph;
    private final TreeMap<JobVertexID, JobVertex> known = new TreeMap<>();
    private final TreeMap<String, JobVertex> coLocated = new TreeMap<>();
    private final TreeSet<String> consumed = new TreeSet<>();

    private JobGraphChecks(JobGraph graph) {
        this.graph = graph;
    }

    /**
     * Checks a job.
     *
     * @throws MalformedJobException if it can't be run
     */
    public static void check(JobGraph graph) {
        new JobGraphChecks(graph).check();
    }

    private void check() {
        require(!graph.vertices().isEmpty(), "it has no operators. Add a source and a sink");
        long subtasks = 0;
        for (JobVertex vertex : graph.vertices()) {
            checkSelf(vertex);
            checkCoLocation(vertex);
            vertex.inputs().forEach(edge -> checkEdge(vertex, edge));
            require(
                    known.put(vertex.id(), vertex) == null,
                    "two vertices have the id " + vertex.id());
            subtasks += vertex.parallelism();
        }
        require(
                subtasks <= MAX_SUBTASKS,
                "it has " + subtasks + " subtasks, more than " + MAX_SUBTASKS);
        for (JobVertex vertex : graph.vertices()) {
            for (int result = 0; result < vertex.results().size(); result++) {
                require(
                        consumed.contains(resultName(vertex.id(), result)),
                        "nobody consumes result " + result + " of " + vertex.name());
            }
        }
    }

    private void checkSelf(JobVertex vertex) {
        require(
                vertex.parallelism() >= 1 && vertex.parallelism() <= vertex.maxParallelism(),
                vertex.name()
                        + " has parallelism "
                        + vertex.parallelism()
                        + ", which is not between 1 and its maximum "
                        + vertex.maxParallelism());
        require(
                vertex.hasSource() == vertex.coordinator().isPresent(),
                vertex.name() + " must have a coordinator if, and only if, it has a source");
        for (int index = 0; index < vertex.results().size(); index++) {
            require(
                    vertex.results().get(index).index() == index,
                    "the results of " + vertex.name() + " are not numbered from 0");
        }
    }

    private void checkCoLocation(JobVertex vertex) {
        vertex.coLocationGroup()
                .ifPresent(group -> {
                    JobVertex first = coLocated.putIfAbsent(group, vertex);
                    require(
                            first == null
                                    || first.slotSharingGroup().equals(vertex.slotSharingGroup()),
                            vertex.name()
                                    + " is in co-location group '"
                                    + group
                                    + "' with operators of another slot sharing group."
                                    + " Give all of them the same slotSharingGroup");
                });
    }

    private void checkEdge(JobVertex vertex, JobEdge edge) {
        JobVertex source = known.get(edge.source());
        require(
                source != null && edge.resultIndex() >= 0,
                vertex.name() + " reads from a vertex that doesn't come before it");
        if (source != null) {
            require(
                    edge.resultIndex() < source.results().size(),
                    source.name() + " has no result " + edge.resultIndex());
            require(
                    consumed.add(resultName(edge.source(), edge.resultIndex())),
                    "two edges consume result " + edge.resultIndex() + " of " + source.name());
        }
    }

    private static String resultName(JobVertexID vertex, int result) {
        return vertex + "/" + result;
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            throw new MalformedJobException(
                    "Job '" + graph.name() + "' (" + graph.jobId() + ") is malformed: " + problem);
        }
    }
}
