package dev.millstream.benchmarks.workload;

/**
 * What the eight operators of the stateless chain do, so that every engine's does the same: map,
 * filter, map, flatMap, filter, map, flatMap, map.
 */
public final class Chain {
    private Chain() {}

    /** Operator 1, a map: the new value. */
    public static long scaled(long value) {
        return value * 3 + 1;
    }

    /** Operator 2, a filter. */
    public static boolean isOdd(long value) {
        return (value & 7) != 0;
    }

    /** Operator 3, a map: the new key. */
    public static long flipped(long key) {
        return key ^ 0x55;
    }

    /** Operator 4, a flatMap: whether the event is emitted once more, with a greater key. */
    public static boolean isTwin(long key) {
        return (key & 63) == 0;
    }

    /** Operator 5, a filter. */
    public static boolean isKept(long key) {
        return (key & 15) != 3;
    }

    /** Operator 6, a map: the new value. */
    public static long blended(long key, long value) {
        return value ^ key;
    }

    /** Operator 7, a flatMap that emits what this holds for. */
    public static boolean isPassed(long value) {
        return (value & 31) != 5;
    }

    /** Operator 8, a map: the new time. */
    public static long shifted(long time, long value) {
        return time + value;
    }
}
