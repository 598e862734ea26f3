package dev.millstream.jobmanager;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings answers back to an endpoint's main thread. Unlike with the asynchronous methods of {@link
 * CompletableFuture}, what the callback throws is a crash of the endpoint, and not lost in a future
 * that nobody looks at.
 */
public final class Answers {
    private Answers() {}

    /** Gets the value, or the failure. */
    public interface Callback<T> extends BiConsumer<@Nullable T, @Nullable Throwable> {}

    /** Calls back on the main thread once the answer is there, or has failed. */
    public static <T> void whenDone(
            CompletableFuture<T> answer, Executor mainThread, Callback<T> callback) {
        var _ =
                answer.whenComplete((value, failure) ->
                        mainThread.execute(() -> callback.accept(value, failure)));
    }

    /** Makes of an answer another one, on the main thread. A failure is passed on. */
    public static <T, R> CompletableFuture<R> map(
            CompletableFuture<T> answer, Executor mainThread, Function<T, R> function) {
        CompletableFuture<R> result = new CompletableFuture<>();
        var _ =
                answer.whenComplete((value, failure) ->
                        mainThread.execute(() -> {
                            if (failure != null) {
                                result.completeExceptionally(failure);
                            } else {
                                result.complete(function.apply(value));
                            }
                        }));
        return result;
    }

    /** Makes of an answer another question, on the main thread. A failure is passed on. */
    public static <T, R> CompletableFuture<R> flatMap(
            CompletableFuture<T> answer,
            Executor mainThread,
            Function<T, CompletableFuture<R>> function) {
        CompletableFuture<R> result = new CompletableFuture<>();
        whenDone(
                answer,
                mainThread,
                (value, failure) -> {
                    if (value == null) {
                        result.completeExceptionally(failure);
                    } else {
                        pass(function.apply(value), result);
                    }
                });
        return result;
    }

    private static <T> void pass(CompletableFuture<T> answer, CompletableFuture<T> to) {
        var _ =
                answer.whenComplete((value, failure) -> {
                    if (failure == null) {
                        to.complete(value);
                    } else {
                        to.completeExceptionally(failure);
                    }
                });
    }
}
