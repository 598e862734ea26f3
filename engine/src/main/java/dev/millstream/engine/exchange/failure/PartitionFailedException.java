package dev.millstream.engine.exchange.failure;

import java.util.Arrays;
import java.util.Optional;
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
        PRODUCER_FAILED(1),
        /** The consuming attempt failed or was cancelled before it had read all. */
        CONSUMER_CLOSED(2),
        /** The link to the other process broke or could not be opened. */
        LINK_BROKEN(3),
        /** The partition did not appear in time, or was already released or taken. */
        NOT_FOUND(4),
        /** What was read back from a file or a link is not what was written. */
        DAMAGED(5),
        /** A file could not be written or read. */
        FILE(6),
        /** A record takes more than a frame may. */
        RECORD_TOO_LARGE(7),
        /** The exchange of this process has been closed. */
        EXCHANGE_CLOSED(8);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        /** Its number in frames. Never changes. */
        public int code() {
            return code;
        }

        /** Empty if no reason has this code. */
        public static Optional<Reason> ofCode(int code) {
            return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
        }
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
