package dev.millstream.rpc.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Somebody waits for the end of what a gateway calls. Told at most once. Thread-safe. */
public final class Watch {
    private final String address;
    private final Executor executor;
    private final Consumer<String> onTerminated;

    /** Completed by the first of its end and its cancellation. */
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    public Watch(String address, Executor executor, Consumer<String> onTerminated) {
        this.address = address;
        this.executor = executor;
        this.onTerminated = onTerminated;
    }

    /** The endpoint has ended, or the link to it. */
    public void terminated() {
        if (over.complete(null)) {
            executor.execute(() -> onTerminated.accept(address));
        }
    }

    /** Nobody is to be told any more. */
    public void cancel() {
        over.complete(null);
    }
}
