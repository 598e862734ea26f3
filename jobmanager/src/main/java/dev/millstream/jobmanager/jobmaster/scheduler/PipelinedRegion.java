package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.IntermediateResult;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.jobmanager.jobmaster.executiongraph.SubtaskRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Subtasks that must run at the same time, as pipelined results connect them. All subtasks of a
 * source are in one region, with their coordinator.
 *
 * @param tasks in topological order
 */
record PipelinedRegion(List<Subtask> tasks) {
    PipelinedRegion {
        tasks = List.copyOf(tasks);
    }

    /** Whether all blocking results that it reads are complete. */
    boolean isInputComplete() {
        for (Subtask task : tasks) {
            if (task.isCoordinator()) {
                continue;
            }
            for (ExecutionVertex.InputEdge edge : task.vertex().inputs()) {
                if (edge.result().kind() == ResultKind.BLOCKING
                        && !edge.result().areComplete(producers(task, edge))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The subtasks that an edge connects a consumer with. */
    static SubtaskRange producers(Subtask consumer, ExecutionVertex.InputEdge edge) {
        IntermediateResult result = edge.result();
        return SubtaskRange.producersOf(
                consumer.index(),
                consumer.vertex().parallelism(),
                edge.producer().parallelism(),
                result.pattern());
    }

    /** Divides a job into its regions, in topological order of their first tasks. */
    static List<PipelinedRegion> of(ExecutionGraph graph) {
        return new Partition(graph).regions();
    }

    /** Disjoint sets of tasks, which grow together. The representative of a set is its lowest. */
    private static final class Partition {
        private final ExecutionGraph graph;
        private final TreeMap<JobVertexID, Integer> firstTask = new TreeMap<>();
        private final int[] parent;

        Partition(ExecutionGraph graph) {
            this.graph = graph;
            this.parent = new int[graph.tasks().size()];
            int next = 0;
            for (ExecutionVertex vertex : graph.vertices()) {
                next += vertex.coordinator().isPresent() ? 1 : 0;
                firstTask.put(vertex.description().id(), next);
                next += vertex.parallelism();
            }
            for (int task = 0; task < parent.length; task++) {
                parent[task] = task;
            }
        }

        List<PipelinedRegion> regions() {
            for (ExecutionVertex vertex : graph.vertices()) {
                uniteSource(vertex);
                vertex.subtasks().forEach(this::uniteWithProducers);
            }
            TreeMap<Integer, List<Subtask>> sets = new TreeMap<>();
            for (int task = 0; task < parent.length; task++) {
                sets.computeIfAbsent(find(task), _ -> new ArrayList<>())
                        .add(graph.tasks().get(task));
            }
            return sets.values().stream().map(PipelinedRegion::new).toList();
        }

        private void uniteSource(ExecutionVertex vertex) {
            if (vertex.coordinator().isPresent()) {
                int first = number(vertex, 0);
                for (int index = 0; index < vertex.parallelism(); index++) {
                    unite(first - 1, first + index);
                }
            }
        }

        private void uniteWithProducers(Subtask consumer) {
            int own = number(consumer.vertex(), consumer.index());
            for (ExecutionVertex.InputEdge edge : consumer.vertex().inputs()) {
                if (edge.result().kind() == ResultKind.PIPELINED) {
                    SubtaskRange producers = producers(consumer, edge);
                    for (int index = producers.first(); index <= producers.last(); index++) {
                        unite(number(edge.producer(), index), own);
                    }
                }
            }
        }

        private int number(ExecutionVertex vertex, int index) {
            return firstTask.getOrDefault(vertex.description().id(), 0) + index;
        }

        private int find(int task) {
            int root = task;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        private void unite(int one, int other) {
            int a = find(one);
            int b = find(other);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
    }
}
