package dev.millstream.jobmanager.jobmaster.restart;

import dev.millstream.configuration.Configuration;
import java.time.Duration;

/** Decides about each failure of one job. Pure; may remember earlier failures. */
public interface RestartStrategy {
    /**
     * Decides about the next failure.
     *
     * @param nowMs when the job failed, on the monotonic clock
     */
    RestartDecision onFailure(long nowMs);

    /** The one that the options of a job ask for. */
    static RestartStrategy of(Configuration configuration) {
        return switch (configuration.get(RestartStrategyOptions.TYPE)) {
            case NONE -> new NoRestart();
            case FIXED_DELAY -> {
                int attempts = configuration.get(RestartStrategyOptions.FIXED_DELAY_ATTEMPTS);
                Duration delay = configuration.get(RestartStrategyOptions.FIXED_DELAY_DELAY);
                yield new FixedDelayRestart(attempts, delay.toMillis());
            }
        };
    }
}
