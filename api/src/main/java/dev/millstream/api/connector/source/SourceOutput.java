package dev.millstream.api.connector.source;

import dev.millstream.api.common.eventtime.WatermarkOutput;

/** Takes the records of a reader or of one split. Valid during {@code pollNext} only. */
public interface SourceOutput<T> extends WatermarkOutput {
    /** Emits a record without a timestamp of its own. */
    void collect(T record);

    /**
     * Emits a record.
     *
     * @param timestamp milliseconds since 1970
     */
    void collect(T record, long timestamp);
}
