package dev.millstream.simulation.scheduler;

/** What can happen in a run. */
public enum EventKind {
    /** A lane runs its next command. */
    COMMAND,
    /** A task thread, or a thread of the blocking pool, gets the baton. */
    RESUME,
    /** A delay is over. */
    TIMER,
    /** A task thread's wait reaches its time limit, or ends early for no reason. */
    WAKE,
    /** A file operation is done. */
    FILE,
    /** A process tries to open a link. */
    CONNECT,
    /** A frame arrives. */
    DELIVER,
    /** One side learns that its link is gone. */
    LINK_CLOSED,
    /** The scenario, or a fault that it has planned, does something. */
    SCENARIO
}
