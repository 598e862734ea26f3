package dev.millstream.client.job;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.protocol.job.JobResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Speaks to the cluster on behalf of one job. Thread-safe. */
final class ClusterJobClient implements JobClient {
    private final JobID job;
    private final JobAccess jobs;
    private final CompletableFuture<JobResult> ended;
    private final ClassLoader userClassLoader;
    private final CollectedFetches fetches;

    /**
     * A client of a job that was accepted.
     *
     * @param ended completed when the job has ended; from then on the cluster isn't asked any more
     */
    ClusterJobClient(
            JobID job,
            JobAccess jobs,
            CompletableFuture<JobResult> ended,
            ClassLoader userClassLoader,
            CollectedFetches fetches) {
        this.job = job;
        this.jobs = jobs;
        this.ended = ended;
        this.userClassLoader = userClassLoader;
        this.fetches = fetches;
        var _ = ended.whenComplete((_, _) -> endFetches());
    }

    @Override
    public JobID getJobID() {
        return job;
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
        if (isOver()) {
            return ended.thenApply(JobResults::status);
        }
        return jobs.requestJobDetails(job).thenApply(details -> details.overview().status());
    }

    @Override
    public CompletableFuture<Void> cancel() {
        if (isOver()) {
            return CompletableFuture.completedFuture(null);
        }
        return jobs.cancelJob(job).thenAccept(_ -> {});
    }

    /** Known once the job has ended; none before that. */
    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        return ended.isDone()
                ? ended.thenApply(
                        result -> AccumulatorResults.of(result.accumulators(), userClassLoader))
                : CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        return ended.thenApply(this::result);
    }

    @Override
    public CompletableFuture<CollectedRecords> fetchCollected(String collectId, long offset) {
        return fetches.fetch(collectId, offset);
    }

    /** Not when the cluster was lost from sight: then it is asked again. */
    private boolean isOver() {
        return ended.isDone() && !ended.isCompletedExceptionally();
    }

    /** What wasn't fetched by now is gone, with the job. */
    private void endFetches() {
        var _ =
                ended.thenApply(this::result)
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                fetches.end(failure);
                            } else {
                                fetches.finish(
                                        new IllegalStateException(
                                                "Job "
                                                        + job
                                                        + " has ended, and what it collected is"
                                                        + " gone"));
                            }
                        });
    }

    private JobExecutionResult result(JobResult of) {
        try {
            return JobResults.of(of, userClassLoader);
        } catch (JobExecutionException e) {
            throw new CompletionException(e);
        }
    }
}
