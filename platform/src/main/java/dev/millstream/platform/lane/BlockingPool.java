package dev.millstream.platform.lane;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Runs calls that block (files, name look-ups) away from lanes. Thread-safe. */
public interface BlockingPool {
    /**
     * Runs the call on a thread that may block.
     *
     * @param what for thread names and errors, for example {@code "read blob"}
     * @return its result, completed on a thread of the pool: an endpoint hops back to its main
     *     thread first
     */
    <T> CompletableFuture<T> submit(String what, Callable<T> call);
}
