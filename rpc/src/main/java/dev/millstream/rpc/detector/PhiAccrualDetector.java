package dev.millstream.rpc.detector;

/**
 * The phi-accrual failure detector of Hayashibara, Défago, Yared and Katayama (SRDS 2004). It
 * learns how far apart the heartbeats of a process are, and tells how unlikely its present silence
 * is if it lives: phi is {@code -log10} of the probability that a heartbeat comes later than now,
 * for intervals with a normal distribution.
 *
 * <p>Has no clock and no thread: times are given. For one thread at a time.
 */
public final class PhiAccrualDetector {
    /** Intervals that are remembered. */
    private static final int WINDOW = 200;

    /** Regular heartbeats must not make the smallest delay suspicious. */
    private static final double MIN_DEVIATION_SHARE = 0.1;

    /** Coefficients of the formula for the normal distribution's tail, highest power first. */
    private static final double[] TAIL = {
        1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530
    };

    private final double threshold;
    private final long acceptablePauseMs;
    private final double minDeviationMs;
    private final long[] intervalsMs = new long[WINDOW];

    private int count;
    private int next;
    private double sumMs;
    private double sumOfSquares;
    private long lastMs;

    /**
     * A detector for a process that has just given a sign of life.
     *
     * @param threshold phi from which on the process counts as gone
     * @param acceptablePauseMs added to what is learnt, for pauses that come now and then
     * @param expectedIntervalMs between two heartbeats, until something is learnt
     */
    public PhiAccrualDetector(
            double threshold, long acceptablePauseMs, long expectedIntervalMs, long nowMs) {
        this.threshold = threshold;
        this.acceptablePauseMs = acceptablePauseMs;
        this.minDeviationMs = Math.max(1, expectedIntervalMs * MIN_DEVIATION_SHARE);
        this.lastMs = nowMs;
        learn(expectedIntervalMs);
    }

    /** A heartbeat has arrived. */
    public void heartbeat(long nowMs) {
        // A silence that was too long says nothing of what is usual.
        if (!isSuspect(nowMs)) {
            learn(nowMs - lastMs);
        }
        lastMs = nowMs;
    }

    public boolean isSuspect(long nowMs) {
        return phi(nowMs) >= threshold;
    }

    /** How suspicious the silence is: 1 means one such silence in 10 is that of a live process. */
    public double phi(long nowMs) {
        double deviations = (nowMs - lastMs - meanMs() - acceptablePauseMs) / deviationMs();
        return deviations <= 0 ? 0 : -logOfUpperTail(deviations);
    }

    /** How long nothing was heard. */
    public long silenceMs(long nowMs) {
        return nowMs - lastMs;
    }

    private void learn(long intervalMs) {
        if (count == WINDOW) {
            double forgotten = intervalsMs[next];
            sumMs -= forgotten;
            sumOfSquares -= forgotten * forgotten;
        } else {
            count++;
        }
        intervalsMs[next] = intervalMs;
        next = (next + 1) % WINDOW;
        sumMs += intervalMs;
        sumOfSquares += (double) intervalMs * intervalMs;
    }

    private double meanMs() {
        return sumMs / count;
    }

    private double deviationMs() {
        double mean = meanMs();
        double variance = Math.max(0, sumOfSquares / count - mean * mean);
        return Math.max(minDeviationMs, Math.sqrt(variance));
    }

    /**
     * Decimal logarithm of the probability that a standard normal variable exceeds z &gt; 0, by
     * formula 26.2.17 of Abramowitz and Stegun. Taken as a logarithm, it doesn't underflow.
     */
    private static double logOfUpperTail(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial = 0;
        for (double coefficient : TAIL) {
            polynomial = (polynomial + coefficient) * t;
        }
        return Math.log10(polynomial / Math.sqrt(2 * Math.PI)) - z * z / 2 * Math.log10(Math.E);
    }
}
