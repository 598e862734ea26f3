package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionVertex;
import dev.millstream.jobmanager.jobmaster.executiongraph.MalformedJobException;
import dev.millstream.jobmanager.jobmaster.executiongraph.Subtask;
import dev.millstream.jobmanager.jobmaster.executiongraph.SubtaskRange;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether the regions of a job can be deployed one after the other. They can't when a region waits
 * for a blocking result that it produces itself, by whatever way round.
 */
final class RegionOrder {
    private final TreeMap<JobVertexID, BitSet> produced = new TreeMap<>();

    private RegionOrder() {}

    /** Fails if some region could never be deployed. */
    static void check(ExecutionGraph graph) {
        new RegionOrder().deployAll(graph.job(), PipelinedRegion.of(graph));
    }

    private void deployAll(JobGraph job, List<PipelinedRegion> regions) {
        List<PipelinedRegion> left = regions;
        while (!left.isEmpty()) {
            List<PipelinedRegion> waiting = left.stream().filter(this::isWaiting).toList();
            if (waiting.size() == left.size()) {
                throw new MalformedJobException(
                        "Job '"
                                + job.name()
                                + "' ("
                                + job.jobId()
                                + ") is malformed: "
                                + waiting.getFirst().tasks().getFirst().attempt().name()
                                + " and what it is pipelined with wait for a blocking result of"
                                + " their own");
            }
            left.stream()
                    .filter(region -> !waiting.contains(region))
                    .flatMap(region -> region.tasks().stream())
                    .filter(task -> !task.isCoordinator())
                    .forEach(task -> producedBy(task.vertex()).set(task.index()));
            left = waiting;
        }
    }

    private boolean isWaiting(PipelinedRegion region) {
        return region.tasks().stream().anyMatch(task -> !task.isCoordinator() && isWaiting(task));
    }

    private boolean isWaiting(Subtask consumer) {
        for (ExecutionVertex.InputEdge edge : consumer.vertex().inputs()) {
            if (edge.result().kind() == ResultKind.BLOCKING) {
                SubtaskRange producers = PipelinedRegion.producers(consumer, edge);
                BitSet known = producedBy(edge.producer());
                if (known.nextClearBit(producers.first()) <= producers.last()) {
                    return true;
                }
            }
        }
        return false;
    }

    private BitSet producedBy(ExecutionVertex vertex) {
        return produced.computeIfAbsent(vertex.description().id(), _ -> new BitSet());
    }
}
