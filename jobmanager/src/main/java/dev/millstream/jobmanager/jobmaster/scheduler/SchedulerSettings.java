package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.jobmanager.jobmaster.restart.RestartStrategy;

/**
 * What the options of a job say to its scheduler.
 *
 * @param slotRequestTimeoutMs how long the job waits for its slots
 * @param cancelRetryMs after which time an unanswered demand to cancel a task is repeated
 * @param restart whether the job runs again after a failure; belongs to this scheduler alone
 * @param submittedMs when the job was submitted, on the monotonic clock
 */
public record SchedulerSettings(
        long slotRequestTimeoutMs, long cancelRetryMs, RestartStrategy restart, long submittedMs) {}
