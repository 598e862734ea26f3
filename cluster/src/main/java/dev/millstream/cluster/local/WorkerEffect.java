package dev.millstream.cluster.local;

import dev.millstream.protocol.id.ResourceID;

/** What a {@link WorkerPool} wants done, in this order. */
sealed interface WorkerEffect {
    /** Start a process. */
    record Start(String name) implements WorkerEffect {}

    /** Take a TaskManager's slots out of use. */
    record Release(ResourceID id, String reason) implements WorkerEffect {}

    /** End a process. */
    record Stop(String name, String reason) implements WorkerEffect {}

    /** Hand in {@link WorkerEvent.TimePassed} after a delay, instead of what was asked before. */
    record Wake(long delayMs) implements WorkerEffect {}
}
