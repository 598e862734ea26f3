package dev.millstream.program;

import dev.millstream.api.common.JobExecutionResult;
import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.core.execution.CollectedRecords;
import dev.millstream.core.execution.JobClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A job whose answers the test has written down. */
final class FakeJobClient implements JobClient {
    static final JobID JOB = new JobID(1, 2);

    final CompletableFuture<JobExecutionResult> result = new CompletableFuture<>();
    final Deque<CompletableFuture<CollectedRecords>> answers = new ArrayDeque<>();
    final List<Long> askedFrom = new ArrayList<>();
    boolean cancelled;

    void finish() {
        result.complete(new JobExecutionResult(JOB, 17, Map.of("words", 3)));
    }

    @Override
    public JobID getJobID() {
        return JOB;
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
        return CompletableFuture.completedFuture(
                result.isDone() ? JobStatus.FINISHED : JobStatus.RUNNING);
    }

    @Override
    public CompletableFuture<Void> cancel() {
        cancelled = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
        return result;
    }

    @Override
    public CompletableFuture<CollectedRecords> fetchCollected(String collectId, long offset) {
        askedFrom.add(offset);
        return answers.isEmpty()
                ? CompletableFuture.failedFuture(new AssertionError("Not expected: " + offset))
                : answers.removeFirst();
    }
}
