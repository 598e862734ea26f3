package dev.millstream.graph.job;

/** How a result is handed over. */
public enum ResultKind {
    /** Through bounded queues while the producer runs, with back-pressure. */
    PIPELINED,
    /** Kept in files until consumed: its consumers are deployed once the producer has finished. */
    BLOCKING
}
