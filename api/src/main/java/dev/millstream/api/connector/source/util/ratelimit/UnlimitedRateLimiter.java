package dev.millstream.api.connector.source.util.ratelimit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Allows everything at once. */
final class UnlimitedRateLimiter implements RateLimiter {
    private final CompletableFuture<Void> now = CompletableFuture.completedFuture(null);

    @Override
    public CompletionStage<Void> acquire() {
        return now;
    }

    @Override
    public boolean isUnlimited() {
        return true;
    }
}
