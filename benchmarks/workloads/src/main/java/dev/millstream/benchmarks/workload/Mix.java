package dev.millstream.benchmarks.workload;

/** Numbers that look random and are not: the finalizer of SplitMix64 (Steele et al. 2014). */
public final class Mix {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /** A number that depends on each bit of another. */
    public static long of(long number) {
        long z = number + GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number that depends on both and on their order. */
    public static long of(long first, long second) {
        return of(first * GAMMA + second);
    }

    /** A number that depends on all four and on their order. */
    public static long of(long first, long second, long third, long fourth) {
        return of(of(first, second) * GAMMA + of(third, fourth));
    }

    /** A number from 0 to below a bound, evenly by a mixed one. */
    public static long below(long bound, long mixed) {
        return Math.unsignedMultiplyHigh(mixed, bound);
    }
}
