package dev.millstream.rest.access;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.rest.route.RestException;
import dev.millstream.rpc.error.Failures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * What the Dispatcher was asked and answers when something has happened. Polls wait for it a
 * limited time; those that come later, and those of other clients, wait for the same answer, so
 * that the Dispatcher is asked once. Thread-safe.
 */
public final class PendingAnswers {
    /** For what must be there already. */
    public static final long SHORT_WAIT_MS = 5_000;

    private static final int MAX_PENDING = 10_000;

    private final DispatcherCalls dispatcher;
    private final Map<Question, CompletableFuture<?>> pending = new ConcurrentHashMap<>();

    /** Completed when nobody is to wait any more. */
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private sealed interface Question {
        record Result(JobID job) implements Question {}

        record ChangesAfter(JobID job, long sequence) implements Question {}
    }

    public PendingAnswers(DispatcherCalls dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** A job's result; empty when it hasn't ended in time. */
    public Optional<JobResult> result(JobID job, long waitMs) throws InterruptedException {
        return await(
                job,
                waitMs,
                new Question.Result(job),
                () -> dispatcher.start(it -> it.requestJobResult(job)));
    }

    /** Changes of a job after one of them; empty when there is none in time. */
    public Optional<List<StateChange>> changes(JobID job, long after, long waitMs)
            throws InterruptedException {
        return await(
                job,
                waitMs,
                new Question.ChangesAfter(job, after),
                () -> dispatcher.start(it -> it.requestStateChanges(job, after)));
    }

    /** Tells those who wait, and those who still come, that there will be no answer. */
    public void close() {
        closed.complete(null);
        pending.values().forEach(PendingAnswers::refuse);
    }

    private static void refuse(CompletableFuture<?> answer) {
        answer.completeExceptionally(RestException.unavailable("The JobManager is being stopped"));
    }

    // unchecked: a question has answers of one type only.
    @SuppressWarnings("unchecked")
    private <T> Optional<T> await(
            JobID job, long waitMs, Question question, Supplier<CompletableFuture<T>> ask)
            throws InterruptedException {
        if (pending.size() >= MAX_PENDING && !pending.containsKey(question)) {
            throw RestException.unavailable(
                    "Too many clients wait for news of jobs; ask again in a moment");
        }
        CompletableFuture<T> answer = (CompletableFuture<T>) pending.get(question);
        if (answer == null) {
            answer = register(question, ask.get());
        }
        try {
            return Optional.of(answer.get(waitMs, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            RestException refusal = DispatcherCalls.refusal(Failures.unwrapped(e));
            // Tells a job that isn't known from other refusals.
            var _ = dispatcher.askAbout(job, _ -> CompletableFuture.failedFuture(refusal));
            throw refusal;
        }
    }

    /** Two that ask at the same moment both do; then one answer is the others', too. */
    private <T> CompletableFuture<T> register(Question question, CompletableFuture<T> answer) {
        pending.put(question, answer);
        var _ = answer.whenComplete((_, _) -> pending.remove(question, answer));
        // Who comes after the others were told, but is still served, would make the stop wait.
        if (closed.isDone()) {
            refuse(answer);
        }
        return answer;
    }
}
