package dev.millstream.api.connector.source.util.ratelimit;

import dev.millstream.api.connector.source.SourceReaderContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Spaces records evenly. Timers are coarser than the spacing of fast streams, so what was missed
 * while waiting is made up for, but no more than a tenth of a second.
 */
final class PacedRateLimiter implements RateLimiter {
    private static final long CATCH_UP_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

    private final double intervalNs;
    private @Nullable SourceReaderContext context;
    private long originNs;

    /** When the next record is due, after the origin. Fractions matter for fast streams. */
    private double dueNs;

    PacedRateLimiter(double recordsPerSecond) {
        intervalNs = TimeUnit.SECONDS.toNanos(1) / recordsPerSecond;
    }

    @Override
    public void open(SourceReaderContext readerContext) {
        context = readerContext;
        originNs = readerContext.platform().clock().nanos();
    }

    @Override
    public CompletionStage<Void> acquire() {
        SourceReaderContext opened = context;
        if (opened == null) {
            throw new IllegalStateException("The rate limiter was not opened");
        }
        double nowNs = opened.platform().clock().nanos() - originNs;
        double delayNs = dueNs - nowNs;
        dueNs = Math.max(dueNs, nowNs - CATCH_UP_NS) + intervalNs;
        if (delayNs <= 0) {
            return NOW;
        }
        CompletableFuture<Void> later = new CompletableFuture<>();
        long delayMs = (long) Math.ceil(delayNs / TimeUnit.MILLISECONDS.toNanos(1));
        opened.schedule(delayMs, () -> later.complete(null));
        return later;
    }
}
