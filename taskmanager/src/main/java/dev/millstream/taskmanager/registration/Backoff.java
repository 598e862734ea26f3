package dev.millstream.taskmanager.registration;

/**
 * Delays between attempts.
 *
 * @param initialMs after the first failure; doubled with each further one
 * @param maxMs never longer than this
 * @param refusedMs after the peer has refused
 */
public record Backoff(long initialMs, long maxMs, long refusedMs) {
    public Backoff {
        if (initialMs < 1 || maxMs < initialMs || refusedMs < 1) {
            throw new IllegalArgumentException(
                    "Delays between registrations must be positive and rise: initial "
                            + initialMs
                            + " ms, at most "
                            + maxMs
                            + " ms, after a refusal "
                            + refusedMs
                            + " ms");
        }
    }

    /**
     * @param failures in a row, at least 1
     */
    long delayMs(int failures) {
        long delayMs = initialMs;
        for (int i = 1; i < failures && delayMs < maxMs; i++) {
            delayMs *= 2;
        }
        return Math.min(delayMs, maxMs);
    }
}
