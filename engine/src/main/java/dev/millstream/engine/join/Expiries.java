package dev.millstream.engine.join;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** When records are needed no longer. */
final class Expiries {
    /**
     * Records of one key, side and timestamp.
     *
     * @param time the last one in event time at which they are needed
     * @param sequence of their coming
     */
    record Expiry(long time, long sequence, JoinedKey key, boolean left, long timestamp)
            implements Comparable<Expiry> {
        @Override
        public int compareTo(Expiry other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final PriorityQueue<Expiry> queue = new PriorityQueue<>();
    private long sequence;

    void add(long time, JoinedKey key, boolean left, long timestamp) {
        queue.add(new Expiry(time, sequence++, key, left, timestamp));
    }

    /** The next one whose time is over; null if there is none. */
    @Nullable Expiry before(long watermark) {
        Expiry first = queue.peek();
        return first == null || first.time >= watermark ? null : queue.poll();
    }
}
