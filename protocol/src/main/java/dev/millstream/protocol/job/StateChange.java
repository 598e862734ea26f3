package dev.millstream.protocol.job;

import dev.millstream.protocol.task.FailureInfo;
import java.util.Optional;

/**
 * An event in the life of a job, for its client.
 *
 * @param sequence from 1, without gaps within a job
 * @param wallMs when, by the JobManager's clock
 * @param subject {@code job}, or the task such as {@code map (2/4)}
 * @param state the new {@link dev.millstream.api.common.JobStatus} or {@link
 *     dev.millstream.protocol.task.ExecutionState}, by name
 * @param failure why, when it failed
 */
public record StateChange(
        long sequence, long wallMs, String subject, String state, Optional<FailureInfo> failure) {}
