package dev.millstream.jobmanager.dispatcher;

import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;

/** A JobGraph without what only tasks open. */
final class JobOutline {
    private static final Bytes NOTHING = Bytes.owning(new byte[0]);

    private JobOutline() {}

    static JobGraph of(JobGraph graph) {
        return new JobGraph(
                graph.jobId(),
                graph.name(),
                graph.batch(),
                graph.vertices().stream().map(JobOutline::of).toList(),
                graph.jars(),
                graph.configuration());
    }

    private static JobVertex of(JobVertex vertex) {
        return new JobVertex(
                vertex.id(),
                vertex.name(),
                vertex.parallelism(),
                vertex.maxParallelism(),
                vertex.slotSharingGroup(),
                vertex.coLocationGroup(),
                vertex.hasSource(),
                vertex.operators(),
                NOTHING,
                vertex.coordinator().map(_ -> NOTHING),
                vertex.inputs(),
                vertex.results());
    }
}
