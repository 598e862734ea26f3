package dev.millstream.cluster.entrypoint;

import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.rpc.error.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a process needs before it can go on. */
final class Waits {
    private static final long PATIENCE_S = 20;

    private Waits() {}

    /**
     * The result.
     *
     * @param what it is, as the beginning of a sentence
     * @throws ClusterException if it fails or takes too long
     */
    static <T> T get(String what, CompletableFuture<T> result) throws ClusterException {
        try {
            return result.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Failures.unwrapped(e);
            String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            String end = why.endsWith("?") || why.endsWith(".") ? "" : ".";
            throw new ClusterException(what + " can't start. " + why + end, cause);
        } catch (TimeoutException e) {
            throw new ClusterException(
                    what + " did not start within " + PATIENCE_S + " s. Its log may say why.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException(what + " was interrupted while it started.", e);
        }
    }
}
