package dev.millstream.engine.thread;

/**
 * Tells after how many records to look at the clock next, so that it is read seldom when records
 * are quick, and yet several times a millisecond when they are slow.
 */
public final class Pace {
    /** Well below the millisecond after which batches must be sent and deadlines met. */
    private static final long TARGET_NS = 250_000;

    private static final int MAX_RECORDS = 256;

    private long lastNs;
    private int interval = 1;

    public Pace(long nowNs) {
        lastNs = nowNs;
    }

    /** The number of records until the next look, after one at which it was {@code nowNs}. */
    public int next(long nowNs) {
        long perRecordNs = Math.max(1, (nowNs - lastNs) / interval);
        lastNs = nowNs;
        long wanted = TARGET_NS / perRecordNs;
        // Grows slowly, so that one quick stretch doesn't blind the loop to a slow one after it.
        interval = (int) Math.clamp(wanted, 1, Math.min(MAX_RECORDS, 2L * interval));
        return interval;
    }

    /** The thread has waited: that time says nothing of its records. */
    public void restart(long nowNs) {
        lastNs = nowNs;
        interval = 1;
    }
}
