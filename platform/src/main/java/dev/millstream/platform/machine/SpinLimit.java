package dev.millstream.platform.machine;

/**
 * How often a thread looks again before it parks: as long as that has lately paid. What answers
 * within microseconds is worth the looks; what answers later, or needs the very core that looks, is
 * not, and then there are none but for a try now and then. Belongs to the thread.
 */
final class SpinLimit {
    /** Waits from one try to the next, while looking doesn't pay. */
    private static final int WAITS_BETWEEN_TRIES = 64;

    private static final int FEWEST = 8;

    private final int most;
    private int limit;
    private int waitsUntilTry = WAITS_BETWEEN_TRIES;

    /**
     * @param most looks; a few microseconds
     */
    SpinLimit(int most) {
        this.most = most;
        this.limit = most;
    }

    /** The looks of the next wait, on top of the first. */
    int next() {
        if (limit > 0) {
            return limit;
        }
        if (--waitsUntilTry > 0) {
            return 0;
        }
        waitsUntilTry = WAITS_BETWEEN_TRIES;
        return most;
    }

    /** A look after the first has found what the thread waits for. */
    void paid() {
        limit = Math.min(most, Math.max(FEWEST, 2 * limit));
    }

    /** The thread parks after all. */
    void failed() {
        limit = limit < 2 * FEWEST ? 0 : limit / 2;
    }
}
