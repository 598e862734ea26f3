package dev.millstream.engine.source;

import dev.millstream.engine.thread.Deadlines;
import dev.millstream.platform.time.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when a source is idle, although nobody says so: when its reader has had nothing to read
 * for a while. A reader that is not asked, as receivers are slow, doesn't count as such.
 */
final class SourceIdleness {
    /** Hears of it. */
    interface Listener {
        void nothingToRead(boolean nothing);
    }

    private final Deadlines deadlines;
    private final long timeoutMs;
    private final Listener listener;
    private @Nullable Cancellable timeout;
    private boolean idle;

    /**
     * @param timeoutMs 0 for never
     */
    SourceIdleness(Deadlines deadlines, long timeoutMs, Listener listener) {
        this.deadlines = deadlines;
        this.timeoutMs = timeoutMs;
        this.listener = listener;
    }

    /** The reader waits for something to read. */
    void nothingToRead() {
        if (timeoutMs > 0 && timeout == null && !idle) {
            timeout =
                    deadlines.schedule(
                            timeoutMs,
                            () -> {
                                timeout = null;
                                idle = true;
                                listener.nothingToRead(true);
                            });
        }
    }

    /** There is something to read again. */
    void found() {
        Cancellable waiting = timeout;
        if (waiting != null) {
            waiting.cancel();
            timeout = null;
        }
        if (idle) {
            idle = false;
            listener.nothingToRead(false);
        }
    }
}
