package dev.millstream.cluster.client;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.dispatcher.SubmitJob;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers as the test wants; fails the test when asked for anything else. */
final class FakeDispatcher implements DispatcherGateway {
    /** Taken one after the other; the last one again and again. */
    final Deque<CompletableFuture<CollectedResults>> collected = new ArrayDeque<>();

    final Deque<List<StateChange>> changes = new ArrayDeque<>();
    final List<String> written = new ArrayList<>();
    final List<BlobKey> present = new ArrayList<>();

    @Override
    public synchronized CompletableFuture<CollectedResults> fetchCollected(
            JobID job, String collectId, long offset) {
        return collected.size() > 1 ? collected.removeFirst() : collected.getFirst();
    }

    @Override
    public CompletableFuture<Boolean> hasBlob(BlobKey blob) {
        return CompletableFuture.completedFuture(present.contains(blob));
    }

    @Override
    public CompletableFuture<Acknowledge> writeBlob(BlobKey blob, long offset, Bytes piece) {
        written.add(offset + "+" + piece.length());
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
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
    public CompletableFuture<List<JobOverview>> listJobs() {
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

    @Override
    public CompletableFuture<List<TaskManagerInfo>> requestTaskManagers() {
        throw new AssertionError("not called");
    }

    @Override
    public CompletableFuture<JobGraph> requestJobGraph(JobID job) {
        throw new AssertionError("not called");
    }

    @Override
    public CompletableFuture<JobHistory> requestJobHistory(JobID job) {
        throw new AssertionError("not called");
    }
}
