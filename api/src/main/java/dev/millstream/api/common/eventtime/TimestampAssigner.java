package dev.millstream.api.common.eventtime;

/** Tells when an event happened. */
@FunctionalInterface
public interface TimestampAssigner<T> {
    /** The timestamp of a record that has none. */
    long NO_TIMESTAMP = Long.MIN_VALUE;

    /**
     * The timestamp of an element.
     *
     * @param recordTimestamp what the record has from its source, or {@link #NO_TIMESTAMP}
     * @return milliseconds since 1970
     */
    long extractTimestamp(T element, long recordTimestamp);
}
