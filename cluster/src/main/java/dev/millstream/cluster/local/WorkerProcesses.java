package dev.millstream.cluster.local;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Processes that each run one TaskManager. Thread-safe. */
public interface WorkerProcesses {
    /** The names of those that run already, left by an earlier JobManager. */
    List<String> running();

    /**
     * Starts a process.
     *
     * @return completed when it has ended, with how it did; never fails, as a process that can't be
     *     started counts as one that has ended
     */
    CompletableFuture<String> start(String name);

    /** As {@link #start}, of a process that runs already. */
    CompletableFuture<String> follow(String name);

    /** Ends a process: asks it first, and kills it if that doesn't help. Doesn't wait. */
    void stop(String name);

    /** Ends all processes; completed when they have ended. */
    CompletableFuture<Void> stopAll();
}
