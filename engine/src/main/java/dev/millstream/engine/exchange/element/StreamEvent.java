package dev.millstream.engine.exchange.element;

/** What flows in order with records, but is not a record. */
public sealed interface StreamEvent {
    /**
     * No record with a smaller timestamp follows on this channel, but for late ones.
     *
     * @param timestampMs monotone for each channel; {@link Long#MAX_VALUE} when event time has
     *     ended
     */
    record Watermark(long timestampMs) implements StreamEvent {}

    /**
     * Whether the channel takes part in the computation of event time.
     *
     * @param idle true: it holds nobody back until the opposite is said
     */
    record WatermarkStatus(boolean idle) implements StreamEvent {}

    /**
     * Divides what belongs to a checkpoint from what comes after it.
     *
     * @param checkpointId strictly increasing
     * @param timestampMs wall-clock time at which the checkpoint was triggered
     */
    record Barrier(long checkpointId, long timestampMs) implements StreamEvent {}

    /** The channel's last event: its producer has finished. */
    record EndOfInput() implements StreamEvent {
        public static final EndOfInput INSTANCE = new EndOfInput();
    }
}
