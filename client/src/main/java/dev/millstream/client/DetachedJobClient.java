package dev.millstream.client;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A job that its program doesn't wait for: its result is that it was submitted. */
final class DetachedJobClient implements JobClient {
    private final JobID job;
    private final RestClusterClient cluster;

    DetachedJobClient(JobID job, RestClusterClient cluster) {
        this.job = job;
        this.cluster = cluster;
    }

    @Override
    public JobID getJobID() {
        return job;
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
        return cluster.details(job).thenApply(it -> it.overview().status());
    }

    @Override
    public CompletableFuture<Void> cancel() {
        return cluster.cancel(job);
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        return CompletableFuture.completedFuture(new JobExecutionResult(job, 0, Map.of()));
    }

    @Override
    public CompletableFuture<CollectedRecords> fetchCollected(String collectId, long offset) {
        return CompletableFuture.failedFuture(
                new IllegalStateException(
                        "Job "
                                + job
                                + " runs detached, so that nobody collects what it gives back;"
                                + " run the program attached, or write the records to a sink"));
    }
}
