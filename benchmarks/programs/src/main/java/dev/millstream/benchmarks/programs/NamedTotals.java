package dev.millstream.benchmarks.programs;

/** What the records of a key that is a text add up to; changed in place. */
public class NamedTotals {
    /** Of the records. */
    public String key = "";

    /** How many. */
    public long count;

    /** Of their values. */
    public long sum;

    /** Nothing so far. */
    public NamedTotals() {}
}
