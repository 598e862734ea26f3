package dev.millstream.protocol.dispatcher;

import dev.millstream.graph.job.JobGraph;
import dev.millstream.types.WireId;

/** A client submits a job. */
public sealed interface SubmitJob {
    JobGraph jobGraph();

    /** The client stays: it asks for state changes and for the result. */
    @WireId(1)
    record SubmitJobWait(JobGraph jobGraph) implements SubmitJob {}

    /** The client leaves at once; the job lives on. */
    @WireId(2)
    record SubmitJobDetached(JobGraph jobGraph) implements SubmitJob {}
}
