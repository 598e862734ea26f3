package dev.millstream.cluster.standalone;

import org.jspecify.annotations.Nullable;

/** A process of a cluster can't go on. The message is one paragraph for the user. */
public final class ClusterException extends Exception {
    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
