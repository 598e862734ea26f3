package dev.millstream.benchmarks.plain;

/** Takes what a window has for its keys. */
interface WindowResult {
    /** One key of a window. */
    void key(long key, long count, long sum);

    /** The window that ends at this time is complete. */
    void windowEnd(long end);
}
