package dev.millstream.taskmanager.executor;

import dev.millstream.rpc.endpoint.MainThread;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Brings answers back to the main thread. */
final class Answers {
    private Answers() {}

    /**
     * Runs the action with the future's result or failure on the main thread, as a command of its
     * own: what it throws is a crash of the endpoint, and doesn't vanish in a future.
     */
    static <T> void handle(
            CompletableFuture<T> answer,
            MainThread mainThread,
            BiConsumer<? super T, ? super Throwable> action) {
        var _ =
                answer.whenComplete((result, failure) ->
                        mainThread.execute(() -> action.accept(result, failure)));
    }
}
