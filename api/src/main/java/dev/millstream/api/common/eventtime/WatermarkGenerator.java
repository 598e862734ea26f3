package dev.millstream.api.common.eventtime;

/** Makes watermarks from records and from the passing of time. One for each split of a source. */
public interface WatermarkGenerator<T> {
    /**
     * Called for each record.
     *
     * @param eventTimestamp the record's timestamp, milliseconds since 1970
     */
    void onEvent(T event, long eventTimestamp, WatermarkOutput output);

    /** Called at the interval of {@code ExecutionConfig.setAutoWatermarkInterval}. */
    void onPeriodicEmit(WatermarkOutput output);
}
