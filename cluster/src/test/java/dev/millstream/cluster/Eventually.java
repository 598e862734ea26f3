package dev.millstream.cluster;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens soon after a job's end is known. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    static void holds(BooleanSupplier condition) {
        long deadlineNs = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new AssertionError("It doesn't hold, even after " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
