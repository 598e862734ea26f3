package dev.millstream.api.connector.source.util.ratelimit;

import dev.millstream.api.connector.source.SourceReaderContext;
import java.util.concurrent.CompletionStage;

/** Says when a reader may emit its next record. Belongs to one subtask; used by its thread only. */
public interface RateLimiter {
    /** Called once before the first record. Ours: gives clock and timers. */
    default void open(SourceReaderContext context) {}

    /**
     * Asks for permission for one record. Not called again before the last answer.
     *
     * @return completes, on the task's thread, when the record may be emitted
     */
    CompletionStage<Void> acquire();

    /** Whether nobody ever has to wait, and so needn't ask. Ours. */
    default boolean isUnlimited() {
        return false;
    }

    /** A checkpoint is complete. */
    default void notifyCheckpointComplete(long checkpointId) {}
}
