package dev.millstream.rpc.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/** Looks at the failure of a future. */
final class Fails {
    private Fails() {}

    /** The future must be done and have failed with an exception of exactly this class. */
    static AbstractThrowableAssert<?, ? extends Throwable> with(
            Class<? extends Throwable> type, CompletableFuture<?> future) {
        assertThat(future).isCompletedExceptionally();
        Throwable thrown = catchThrowable(future::join);
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return Assertions.assertThat(cause).isExactlyInstanceOf(type);
    }
}
