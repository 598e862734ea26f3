package dev.millstream.rpc.endpoint;

import dev.millstream.platform.time.Cancellable;
import java.util.concurrent.Executor;

/**
 * The one thread at a time on which an incarnation of an endpoint runs. Commands given from
 * anywhere run in order with the endpoint's calls; once the incarnation has ended they are dropped.
 */
public interface MainThread extends Executor {
    /** Runs the command later. */
    Cancellable schedule(long delayMs, Runnable command);

    /** Whether the caller is on it now. */
    boolean isCurrent();

    /**
     * Checks that the caller is on it.
     *
     * @throws IllegalStateException that names the endpoint and the thread
     */
    void assertCurrent();
}
