package dev.millstream.benchmarks.plain;

/** Makes events and hands them over as numbers. Shared by threads: keeps nothing. */
interface KeyedSource {
    /** Takes an event. */
    @FunctionalInterface
    interface Taker {
        /** One event. */
        void take(long key, long value, long time);
    }

    /** Makes the event of an index and hands it over, unless it is none of interest. */
    void make(long index, Taker taker);

    /** No later index has an earlier time. */
    long time(long index);
}
