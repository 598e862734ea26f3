package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.core.execution.JobClient;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.platform.lane.Lane;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Submits jobs to a cluster and follows them, however it is reached. Thread-safe. */
public final class ClusterClient {
    private final JobAccess jobs;
    private final Lane lane;

    /**
     * A client of a cluster.
     *
     * @param lane for delays; closed by who made it, once nothing is asked any more
     */
    public ClusterClient(JobAccess jobs, Lane lane) {
        this.jobs = jobs;
        this.lane = lane;
    }

    /**
     * Submits a job and stays: follows it to its end.
     *
     * @param userClassLoader opens what users' classes have written
     * @param listener told of all changes before the job's result is
     * @param onEnd what is to be done between the job's end and the client's being told of it
     * @return completed once the job is accepted
     */
    public CompletableFuture<JobClient> submit(
            JobGraph job,
            ClassLoader userClassLoader,
            Optional<StateChangeListener> listener,
            Function<JobResult, CompletableFuture<JobResult>> onEnd) {
        return jobs.submitJob(new SubmitJob.SubmitJobWait(job))
                .thenApply(_ -> attach(job.jobId(), userClassLoader, listener, onEnd));
    }

    /** Submits a job and leaves: it is followed only when its client is asked about it. */
    public CompletableFuture<JobID> submitDetached(JobGraph job) {
        return jobs.submitJob(new SubmitJob.SubmitJobDetached(job)).thenApply(_ -> job.jobId());
    }

    /**
     * Follows a job that was submitted before, by whomever.
     *
     * @param userClassLoader opens what users' classes have written
     * @param listener told of all changes before the job's result is
     * @param onEnd what is to be done between the job's end and the client's being told of it
     */
    public JobClient attach(
            JobID job,
            ClassLoader userClassLoader,
            Optional<StateChangeListener> listener,
            Function<JobResult, CompletableFuture<JobResult>> onEnd) {
        CompletableFuture<Void> lastChange =
                listener.map(it -> StateChanges.follow(jobs, job, it))
                        .orElseGet(() -> CompletableFuture.completedFuture(null));
        CompletableFuture<JobResult> ended =
                jobs.requestJobResult(job)
                        .thenCombine(lastChange, (result, _) -> result)
                        .thenCompose(onEnd);
        return new ClusterJobClient(
                job, jobs, ended, userClassLoader, new CollectedFetches(job, jobs, lane));
    }
}
