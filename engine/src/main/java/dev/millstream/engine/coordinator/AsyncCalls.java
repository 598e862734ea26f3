package dev.millstream.engine.coordinator;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.TaskScope;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An enumerator's calls that block: they run in the blocking pool, their results come back as mail.
 */
final class AsyncCalls {
    private final OperatorContext context;

    AsyncCalls(OperatorContext context) {
        this.context = context;
    }

    <T> void once(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        submit(callable, handler, () -> {});
    }

    /** The next call starts one period after the start of this one, or when this one is done. */
    <T> void repeatedly(
            Callable<T> callable, BiConsumer<T, Throwable> handler, long delayMs, long periodMs) {
        TaskScope scope = context.scope();
        scope.deadlines()
                .schedule(
                        delayMs,
                        () -> {
                            long startMs = scope.platform().clock().monotonicMs();
                            submit(
                                    callable,
                                    handler,
                                    () -> {
                                        long takenMs =
                                                scope.platform().clock().monotonicMs() - startMs;
                                        long restMs = Math.max(0, periodMs - takenMs);
                                        repeatedly(callable, handler, restMs, periodMs);
                                    });
                        });
    }

    private <T> void submit(
            Callable<T> callable, BiConsumer<T, Throwable> handler, Runnable afterwards) {
        TaskScope scope = context.scope();
        scope.mailbox()
                .<T>putAnswer(
                        scope.platform()
                                .blockingPool()
                                .submit(
                                        "call of " + context.location(),
                                        () -> inUserCode(callable)),
                        (result, failure) -> {
                            run(() -> handle(handler, result, failure));
                            afterwards.run();
                        });
    }

    private <T> T inUserCode(Callable<T> callable) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context.scope().userClassLoader());
        try {
            return callable.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("NullAway") // as users know it: one of the two is null
    private static <T> void handle(
            BiConsumer<T, Throwable> handler, @Nullable T result, @Nullable Throwable failure) {
        handler.accept(result, failure);
    }

    /** Runs something of the user's on the task's thread. */
    void run(Runnable action) {
        try {
            action.run();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }
}
