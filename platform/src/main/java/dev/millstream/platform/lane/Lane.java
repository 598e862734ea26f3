package dev.millstream.platform.lane;

import dev.millstream.platform.time.Cancellable;
import java.util.concurrent.Executor;

/**
 * A serial executor: commands run one at a time, in the order in which they were given, each seeing
 * the memory effects of those before it. Which thread runs them changes. No command may block.
 *
 * <p>All methods are thread-safe.
 */
public interface Lane extends Executor {
    /** The name given at creation, for logs and thread names. */
    String name();

    /** Queues a command. Dropped in silence once the lane is closed. */
    @Override
    void execute(Runnable command);

    /** Queues a command after a delay. Not run once the lane is closed or the result cancelled. */
    Cancellable schedule(long delayMs, Runnable command);

    /** Whether the caller is running on this lane at this moment. */
    boolean isCurrent();

    /** Ends the lane: what runs is finished, what is queued is dropped. Idempotent. */
    void close();
}
