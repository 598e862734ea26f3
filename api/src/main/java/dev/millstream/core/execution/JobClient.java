package dev.millstream.core.execution;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A client of one job. Thread-safe. Futures complete on threads that must not be blocked, and fail
 * when the cluster can't be reached.
 */
public interface JobClient {
    /** The job. */
    JobID getJobID();

    /** How it is. */
    CompletableFuture<JobStatus> getJobStatus();

    /** Cancels the job; completes once that is under way. */
    CompletableFuture<Void> cancel();

    /** What its accumulators hold, by name; while it runs, those of subtasks that have ended. */
    CompletableFuture<Map<String, Object>> getAccumulators();

    /**
     * Completes when the job has finished; fails with a {@link JobExecutionException} when it has
     * failed or was cancelled.
     */
    CompletableFuture<JobExecutionResult> getJobExecutionResult();

    /**
     * Records that the job hands to its client. Ours; what {@code executeAndCollect} is made of.
     * Answers at once, with none when there is none yet or the collecting task does not run yet.
     *
     * @param collectId of {@link dev.millstream.streaming.api.operations.Operation.Collect}
     * @param offset up to where the client has them; these are forgotten
     */
    CompletableFuture<CollectedRecords> fetchCollected(String collectId, long offset);
}
