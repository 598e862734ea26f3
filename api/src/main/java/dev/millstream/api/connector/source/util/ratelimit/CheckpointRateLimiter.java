package dev.millstream.api.connector.source.util.ratelimit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Allows so many records, and as many again after each checkpoint. */
final class CheckpointRateLimiter implements RateLimiter {
    private final int recordsPerCheckpoint;
    private int left;
    private @Nullable CompletableFuture<Void> waiting;

    CheckpointRateLimiter(int recordsPerCheckpoint) {
        this.recordsPerCheckpoint = recordsPerCheckpoint;
        this.left = recordsPerCheckpoint;
    }

    @Override
    public CompletionStage<Void> acquire() {
        if (left > 0) {
            left--;
            return CompletableFuture.completedFuture(null);
        }
        waiting = new CompletableFuture<>();
        return waiting;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        left = recordsPerCheckpoint;
        if (waiting != null) {
            left--;
            waiting.complete(null);
            waiting = null;
        }
    }
}
