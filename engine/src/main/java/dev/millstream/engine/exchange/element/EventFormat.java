package dev.millstream.engine.exchange.element;

import dev.millstream.types.Input;
import dev.millstream.types.Output;

/** Events as bytes: a byte that says which, then its fields. */
final class EventFormat {
    private static final int WATERMARK = 1;
    private static final int ACTIVE = 2;
    private static final int IDLE = 3;
    private static final int BARRIER = 4;
    private static final int END_OF_INPUT = 5;

    private EventFormat() {}

    static void write(StreamEvent event, Output out) {
        switch (event) {
            case StreamEvent.Watermark watermark -> {
                out.writeByte(WATERMARK);
                out.writeLong(watermark.timestampMs());
            }
            case StreamEvent.WatermarkStatus status -> out.writeByte(status.idle() ? IDLE : ACTIVE);
            case StreamEvent.Barrier barrier -> {
                out.writeByte(BARRIER);
                out.writeLong(barrier.checkpointId());
                out.writeLong(barrier.timestampMs());
            }
            case StreamEvent.EndOfInput end -> out.writeByte(END_OF_INPUT);
        }
    }

    static StreamEvent read(Input in) {
        int kind = in.readByte();
        return switch (kind) {
            case WATERMARK -> new StreamEvent.Watermark(in.readLong());
            case ACTIVE -> new StreamEvent.WatermarkStatus(false);
            case IDLE -> new StreamEvent.WatermarkStatus(true);
            case BARRIER -> new StreamEvent.Barrier(in.readLong(), in.readLong());
            case END_OF_INPUT -> StreamEvent.EndOfInput.INSTANCE;
            default -> throw in.corrupt("the unknown event " + kind);
        };
    }
}
