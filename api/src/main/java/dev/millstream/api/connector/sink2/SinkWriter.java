package dev.millstream.api.connector.sink2;

import dev.millstream.api.common.eventtime.Watermark;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes records. Called by the task's thread only. */
@SuppressWarnings("try") // close() may throw anything, as users know it
public interface SinkWriter<InputT> extends AutoCloseable {
    /** Writes a record, or keeps it until {@link #flush}. */
    void write(InputT element, Context context) throws IOException, InterruptedException;

    /**
     * Writes all that was kept: at each checkpoint and at the end.
     *
     * @param endOfInput whether no record follows
     */
    void flush(boolean endOfInput) throws IOException, InterruptedException;

    /** Told of each watermark. */
    default void writeWatermark(Watermark watermark) throws IOException, InterruptedException {}

    /** What is known of a record besides its value. Valid during the call only. */
    interface Context {
        /** The last watermark, {@link Long#MIN_VALUE} before the first. */
        long currentWatermark();

        /** The record's timestamp; null when it has none. */
        @Nullable Long timestamp();
    }
}
