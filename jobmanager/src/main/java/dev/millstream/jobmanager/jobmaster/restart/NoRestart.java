package dev.millstream.jobmanager.jobmaster.restart;

/** The first failure is the end. */
final class NoRestart implements RestartStrategy {
    @Override
    public RestartDecision onFailure(long nowMs) {
        return new RestartDecision.GiveUp("");
    }
}
