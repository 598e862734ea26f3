package dev.millstream.protocol.job;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;

/**
 * A job in a list of jobs.
 *
 * @param job its id
 * @param name for people
 * @param status now
 * @param startMs when it was submitted
 * @param endMs when it ended; -1 while it lives
 */
public record JobOverview(JobID job, String name, JobStatus status, long startMs, long endMs) {}
