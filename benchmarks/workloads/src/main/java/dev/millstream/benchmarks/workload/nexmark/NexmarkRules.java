package dev.millstream.benchmarks.workload.nexmark;

/** What the queries do with single values, so that every engine's do the same. */
public final class NexmarkRules {
    /** Length of query 5's windows. */
    public static final long HOT_WINDOW_MS = 10_000;

    /** How often query 5's windows begin. */
    public static final long HOT_SLIDE_MS = 2_000;

    /** Length of query 8's windows. */
    public static final long NEW_WINDOW_MS = 10_000;

    private NexmarkRules() {}

    /** Query 1: dollars to euros. */
    public static long converted(long price) {
        return price * 908 / 1_000;
    }

    /** Query 2: whether bids on this auction are wanted. */
    public static boolean isSelected(long auction) {
        return auction % 123 == 0;
    }
}
