package dev.millstream.benchmarks.workload;

/** One number for each record of a result; a checksum adds them up, whatever their order. */
public final class Fingerprints {
    private Fingerprints() {}

    /** Of an update of a running sum. */
    public static long update(long key, long sum) {
        return Mix.of(key, sum);
    }

    /** Of a window's result. */
    public static long window(long key, long count, long sum) {
        return Mix.of(key, count * 1_000_003 + sum);
    }

    /** Of an event as a whole. */
    public static long event(long key, long value, long time) {
        return Mix.of(key * 31 + time, value);
    }
}
