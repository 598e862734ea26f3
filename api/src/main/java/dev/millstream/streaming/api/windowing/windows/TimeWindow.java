package dev.millstream.streaming.api.windowing.windows;

/** An interval of time, from its start to before its end. Immutable. */
public final class TimeWindow extends Window implements Comparable<TimeWindow> {
    private final long start;
    private final long end;

    /**
     * From the start to before the end.
     *
     * @param start milliseconds since 1970
     * @param end milliseconds since 1970
     */
    public TimeWindow(long start, long end) {
        this.start = start;
        this.end = end;
    }

    /** The first timestamp that belongs to the window. */
    public long getStart() {
        return start;
    }

    /** The first timestamp after the window. */
    public long getEnd() {
        return end;
    }

    @Override
    public long maxTimestamp() {
        return end - 1;
    }

    /** Whether the two overlap or touch. */
    public boolean intersects(TimeWindow other) {
        return start <= other.end && end >= other.start;
    }

    /** The smallest window that contains both. */
    public TimeWindow cover(TimeWindow other) {
        return new TimeWindow(Math.min(start, other.start), Math.max(end, other.end));
    }

    /**
     * The start of the window of a timestamp, where windows follow each other without a gap.
     *
     * @param offset where one of the windows starts
     * @param windowSize milliseconds, positive
     */
    public static long getWindowStartWithOffset(long timestamp, long offset, long windowSize) {
        return timestamp - Math.floorMod(timestamp - offset, windowSize);
    }

    /** By start, then by end. */
    @Override
    public int compareTo(TimeWindow other) {
        int byStart = Long.compare(start, other.start);
        return byStart != 0 ? byStart : Long.compare(end, other.end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeWindow that && start == that.start && end == that.end;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start * 31 + end);
    }

    @Override
    public String toString() {
        return "TimeWindow{start=" + start + ", end=" + end + '}';
    }
}
