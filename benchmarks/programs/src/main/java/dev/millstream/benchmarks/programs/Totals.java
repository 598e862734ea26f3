package dev.millstream.benchmarks.programs;

/** What the records of a key add up to; changed in place. */
public class Totals {
    /** Of the records. */
    public long key;

    /** How many. */
    public long count;

    /** Of their values. */
    public long sum;

    /** Nothing so far. */
    public Totals() {}

    Totals add(long ofKey, long value) {
        key = ofKey;
        count++;
        sum += value;
        return this;
    }

    Totals add(Totals other) {
        key = other.count == 0 ? key : other.key;
        count += other.count;
        sum += other.sum;
        return this;
    }
}
