package dev.millstream.cli.remote;

import dev.millstream.api.common.JobID;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.output.Sentence;
import dev.millstream.client.RestClusterClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the REST interface and waits for answers; what fails becomes a message. */
public final class RestCalls implements AutoCloseable {
    private static final long PATIENCE_S = 60;

    private final Target target;
    private final RestClusterClient client;

    public RestCalls(Target target) {
        this.target = target;
        this.client = target.client();
    }

    /** What there is at a path, as JSON or plain text. */
    public String get(String path) {
        return await(client.get(path));
    }

    /**
     * The end of a plain text.
     *
     * @param bytes at most so many
     */
    public String tail(String path, long bytes) {
        return await(client.get(path, "bytes=-" + bytes));
    }

    /** Waits until a job has ended, however long that takes. */
    public void awaitEnd(JobID job) {
        try {
            client.awaitEnd(job).get();
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("was not waited for", e);
        }
    }

    /** Tells a job to end. */
    public void cancel(JobID job) {
        await(client.cancel(job).thenApply(_ -> Boolean.TRUE));
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw failed(e);
        } catch (TimeoutException e) {
            throw unanswered("has not answered within " + PATIENCE_S + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("was not waited for", e);
        }
    }

    private static CommandException failed(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return CommandException.of(
                ExitCode.FAILED, Sentence.ended(String.valueOf(cause.getMessage())), cause);
    }

    private CommandException unanswered(String why, Exception cause) {
        return CommandException.of(
                ExitCode.FAILED,
                "The JobManager at " + target.rest() + " " + why + ". Is it alive?",
                cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
