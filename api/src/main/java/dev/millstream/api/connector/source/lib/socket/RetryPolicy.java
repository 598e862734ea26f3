package dev.millstream.api.connector.source.lib.socket;

/** How often in a row a connection may be tried again, and how far this has come. */
final class RetryPolicy {
    /** Between the end of a connection and the next try. */
    static final long PAUSE_MS = 1_000;

    private final long maxRetries;
    private long retries;

    /**
     * No tries so far.
     *
     * @param maxRetries negative: without end
     */
    RetryPolicy(long maxRetries) {
        this.maxRetries = maxRetries;
    }

    /** The server has sent something: earlier tries no longer count. */
    void succeeded() {
        retries = 0;
    }

    /** Counts another try; false if there may be none. */
    boolean tryAgain() {
        if (maxRetries >= 0 && retries >= maxRetries) {
            return false;
        }
        retries++;
        return true;
    }

    /** How often it was tried again since the server last sent something. */
    long retries() {
        return retries;
    }
}
