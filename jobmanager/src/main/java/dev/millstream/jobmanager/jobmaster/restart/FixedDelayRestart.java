package dev.millstream.jobmanager.jobmaster.restart;

/** A bounded number of restarts, each the same time after its failure. */
final class FixedDelayRestart implements RestartStrategy {
    private final int maxRestarts;
    private final long delayMs;
    private int restarts;

    FixedDelayRestart(int maxRestarts, long delayMs) {
        this.maxRestarts = maxRestarts;
        this.delayMs = delayMs;
    }

    @Override
    public RestartDecision onFailure(long nowMs) {
        if (restarts == maxRestarts) {
            return new RestartDecision.GiveUp(
                    "The job was restarted "
                            + restarts
                            + (restarts == 1 ? " time" : " times")
                            + " before; "
                            + RestartStrategyOptions.FIXED_DELAY_ATTEMPTS.key()
                            + " allows no more.");
        }
        restarts++;
        return new RestartDecision.RestartAfter(delayMs);
    }
}
