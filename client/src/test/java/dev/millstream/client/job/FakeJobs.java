package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers as the test wants; fails the test when asked for anything else. */
final class FakeJobs implements JobAccess {
    /** Taken one after the other; the last one again and again. */
    final Deque<CompletableFuture<CollectedResults>> collected = new ArrayDeque<>();

    final Deque<List<StateChange>> changes = new ArrayDeque<>();

    @Override
    public synchronized CompletableFuture<CollectedResults> fetchCollected(
            JobID job, String collectId, long offset) {
        return collected.size() > 1 ? collected.removeFirst() : collected.getFirst();
    }

    @Override
    public CompletableFuture<List<StateChange>> requestStateChanges(JobID job, long afterSequence) {
        return changes.isEmpty()
                ? CompletableFuture.failedFuture(new AssertionError("asked after the end"))
                : CompletableFuture.completedFuture(changes.removeFirst());
    }

    @Override
    public CompletableFuture<Acknowledge> submitJob(SubmitJob job) {
        throw new AssertionError("not called");
    }

    @Override
    public CompletableFuture<JobDetails> requestJobDetails(JobID job) {
        throw new AssertionError("not called");
    }

    @Override
    public CompletableFuture<Acknowledge> cancelJob(JobID job) {
        throw new AssertionError("not called");
    }

    @Override
    public CompletableFuture<JobResult> requestJobResult(JobID job) {
        throw new AssertionError("not called");
    }
}
