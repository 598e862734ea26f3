package dev.millstream.rest.access;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.dispatcher.DispatcherGateway;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.rest.route.RestException;
import dev.millstream.rpc.error.AskTimeoutException;
import dev.millstream.rpc.error.EndpointNotFoundException;
import dev.millstream.rpc.error.Failures;
import dev.millstream.rpc.error.FencingException;
import dev.millstream.rpc.error.LinkBrokenException;
import dev.millstream.rpc.error.RemoteException;
import dev.millstream.rpc.error.RpcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Asks the Dispatcher on behalf of a request, and turns its failures into answers. Waits, a bounded
 * time. Thread-safe.
 */
public final class DispatcherCalls {
    private static final int CONFLICT = 409;
    private static final int TIMEOUT = 504;

    private final JobManagerAccess jobManager;
    private final Duration timeout;

    /**
     * @param timeout how long an answer may take
     */
    public DispatcherCalls(JobManagerAccess jobManager, Duration timeout) {
        this.jobManager = jobManager;
        this.timeout = timeout;
    }

    /** Asks, and waits for the answer. */
    public <T> T ask(Function<DispatcherGateway, CompletableFuture<T>> question)
            throws InterruptedException {
        return await(start(question));
    }

    /** Asks about a job; one that isn't known is a 404. */
    public <T> T askAbout(JobID job, Function<DispatcherGateway, CompletableFuture<T>> question)
            throws InterruptedException {
        try {
            return ask(question);
        } catch (RestException e) {
            if (e.status() == CONFLICT && !isKnown(job)) {
                throw RestException.notFound(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Asks, and doesn't wait. */
    public <T> CompletableFuture<T> start(
            Function<DispatcherGateway, CompletableFuture<T>> question) {
        return jobManager.dispatcher().thenCompose(question);
    }

    /** Waits for what was asked. */
    public <T> T await(CompletableFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RestException(
                    TIMEOUT,
                    "The Dispatcher hasn't answered within "
                            + timeout.toMillis()
                            + " ms; it may be overloaded. Ask again, or raise"
                            + " rest.request-timeout");
        } catch (ExecutionException e) {
            throw refusal(Failures.unwrapped(e));
        }
    }

    private boolean isKnown(JobID job) throws InterruptedException {
        List<JobOverview> jobs = ask(DispatcherGateway::listJobs);
        return jobs.stream().anyMatch(it -> it.job().equals(job));
    }

    /** What a failed call means for who has asked. */
    public static RestException refusal(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return switch (failure) {
            case RestException refusal -> refusal;
            case AskTimeoutException _ -> new RestException(TIMEOUT, message);
            case FencingException _, EndpointNotFoundException _, LinkBrokenException _ ->
                    RestException.unavailable(
                            "No JobManager leads at present; ask again in a moment. " + message);
            case RemoteException _ -> new RestException(500, message);
            case RpcException _ -> new RestException(CONFLICT, message);
            default -> new RestException(500, message);
        };
    }
}
