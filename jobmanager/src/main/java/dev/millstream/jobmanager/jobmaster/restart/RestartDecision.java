package dev.millstream.jobmanager.jobmaster.restart;

/** What follows from a failure. */
public sealed interface RestartDecision {
    /** The job runs again, no earlier than this after the failure. */
    record RestartAfter(long delayMs) implements RestartDecision {}

    /**
     * The job has failed for good.
     *
     * @param reason a sentence for the user, or nothing if there is nothing to say
     */
    record GiveUp(String reason) implements RestartDecision {}
}
