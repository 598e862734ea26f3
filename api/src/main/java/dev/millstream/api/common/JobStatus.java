package dev.millstream.api.common;

/** The life of a job. */
public enum JobStatus {
    /** Accepted; its JobMaster is being started. */
    INITIALIZING,
    /** Its JobMaster runs; nothing is scheduled yet. */
    CREATED,
    RUNNING,
    /**
     * A task has failed and the restart strategy gives no further try: the rest is being cancelled.
     */
    FAILING,
    FAILED,
    CANCELLING,
    CANCELED,
    FINISHED,
    /** A task has failed; the rest is being cancelled before the job runs again. */
    RESTARTING,
    /** Its JobManager lost leadership; another will recover it. */
    SUSPENDED,
    /** Recovery compares what runs with what should. */
    RECONCILING;

    /** Whether the job has ended for good. */
    public boolean isGloballyTerminalState() {
        return this == FAILED || this == CANCELED || this == FINISHED;
    }

    /** Whether this JobManager does no more for it. */
    public boolean isTerminalState() {
        return isGloballyTerminalState() || this == SUSPENDED;
    }
}
