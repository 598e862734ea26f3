package dev.millstream.engine.exchange.failure;

import org.jspecify.annotations.Nullable;

/**
 * A channel between two tasks can't be used any more. Thrown at the producing and the consuming
 * task's thread, by whatever call meets it first.
 */
public final class PartitionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What broke the channel. */
    public enum Reason {
        /** The producing attempt failed or was cancelled before it had written all. */
        PRODUCER_FAILED,
        /** The consuming attempt failed or was cancelled before it had read all. */
        CONSUMER_CLOSED,
        /** The link to the other process broke or could not be opened. */
        LINK_BROKEN,
        /** The partition did not appear in time, or was already released or taken. */
        NOT_FOUND,
        /** What was read back from a file or a link is not what was written. */
        DAMAGED,
        /** A file could not be written or read. */
        FILE,
        /** A record takes more than a frame may. */
        RECORD_TOO_LARGE,
        /** The exchange of this process has been closed. */
        EXCHANGE_CLOSED
    }

    private final Reason reason;

    public PartitionFailedException(Reason reason, String message) {
        this(reason, message, null);
    }

    public PartitionFailedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /**
     * Whether another attempt of the job ended first, and reports that itself. Whoever meets this
     * should wait to be cancelled, so that the true cause is the one that is shown.
     */
    public boolean isSecondary() {
        return reason == Reason.PRODUCER_FAILED || reason == Reason.CONSUMER_CLOSED;
    }
}
