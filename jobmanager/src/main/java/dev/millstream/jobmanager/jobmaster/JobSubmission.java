package dev.millstream.jobmanager.jobmaster;

import dev.millstream.graph.job.JobGraph;

/**
 * A job as its JobMaster gets it.
 *
 * @param graph the job
 * @param submittedWallMs when it was submitted, for people
 * @param submittedMs the same on the monotonic clock
 */
public record JobSubmission(JobGraph graph, long submittedWallMs, long submittedMs) {}
