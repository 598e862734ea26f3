package dev.millstream.api.common.eventtime;

import java.io.Serializable;
import java.time.Instant;

/**
 * Says that no record with a timestamp at or below this one is expected any more.
 *
 * @param timestamp milliseconds since 1970
 */
public record Watermark(long timestamp) implements Serializable, Comparable<Watermark> {
    /** The end of time: no record will come. */
    public static final Watermark MAX_WATERMARK = new Watermark(Long.MAX_VALUE);

    /** Milliseconds since 1970. */
    public long getTimestamp() {
        return timestamp;
    }

    /** In UTC, for people. */
    public String getFormattedTimestamp() {
        return Instant.ofEpochMilli(timestamp).toString();
    }

    @Override
    public int compareTo(Watermark other) {
        return Long.compare(timestamp, other.timestamp);
    }
}
