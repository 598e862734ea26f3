package dev.millstream.benchmarks.workload;

/** The rules by which keyed events are made, from their index alone. */
public final class Events {
    /** Keys where there are many. */
    public static final int MANY_KEYS = 1_000_000;

    /** Keys where there are few. */
    public static final int FEW_KEYS = 10_000;

    private static final int EVENTS_PER_MS = 1_000;
    private static final long LARGEST_VALUE = 1_023;

    private Events() {}

    /** The key of an event, evenly distributed. */
    public static long key(long index, int keys) {
        return Mix.below(keys, Mix.of(index));
    }

    /**
     * The value of every event of a key, so that the running sums of a key are the same in whatever
     * order the events of two sources meet.
     */
    public static long valueOfKey(long key) {
        return 1 + (Mix.of(key) & LARGEST_VALUE);
    }

    /** The value of an event. */
    public static long value(long index) {
        return Mix.of(~index) & LARGEST_VALUE;
    }

    /** The time of an event, in milliseconds: a million events a second. */
    public static long time(long index) {
        return index / EVENTS_PER_MS;
    }

    /**
     * The index of the event that a source emits at a position. Sources share positions in two
     * contiguous halves; so that time advances alike in both, one takes the even indexes, the other
     * the odd ones.
     *
     * @param count of all events, even
     */
    public static long index(long position, long count) {
        long half = count >>> 1;
        return position < half ? position << 1 : ((position - half) << 1) + 1;
    }

    /** An event of the keyed running sum. */
    public static Event runningSum(long position) {
        long key = key(position, MANY_KEYS);
        return new Event(key, valueOfKey(key), 0);
    }

    /** An event of a workload on windows. */
    public static Event timed(long position, long count, int keys) {
        long index = index(position, count);
        return new Event(key(index, keys), value(index), time(index));
    }

    /** An event of the stateless chain. */
    public static Event plain(long position) {
        long mixed = Mix.of(position);
        return new Event(mixed >>> 40, mixed & 0xFFFF, position);
    }
}
