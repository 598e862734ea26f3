package dev.millstream.api.connector.source;

import dev.millstream.platform.Platform;
import dev.millstream.platform.time.Cancellable;

/** What a reader can do. Called on the source task's thread only. */
public interface SourceReaderContext {
    /** Name of the host where the task runs. */
    String getLocalHostName();

    /** Index of the reader's subtask. */
    int getIndexOfSubtask();

    /** Asks the enumerator for a split; it comes by {@link SourceReader#addSplits}. */
    void sendSplitRequest();

    /** Sends an event to the enumerator. Lost when the coordinator task fails. */
    void sendSourceEventToCoordinator(SourceEvent sourceEvent);

    /** Loads the program's classes. */
    ClassLoader getUserCodeClassLoader();

    /** The source's parallelism. */
    int currentParallelism();

    /** Runs something later, on the source task's thread. Ours. */
    Cancellable schedule(long delayMs, Runnable action);

    /** The machine, for connectors: files and clocks above all. Ours. */
    Platform platform();
}
