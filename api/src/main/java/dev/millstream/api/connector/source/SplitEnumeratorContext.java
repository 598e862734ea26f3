package dev.millstream.api.connector.source;

import dev.millstream.platform.Platform;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/**
 * What an enumerator can do. Called on the coordinator task's thread only, unless said otherwise.
 */
public interface SplitEnumeratorContext<SplitT extends SourceSplit> {
    /**
     * In place of a subtask: whichever reader asks first, the closest one to a {@link
     * LocatableSourceSplit} before others; and all readers, for {@link #signalNoMoreSplits}. From
     * then on the JobMaster holds such a split, also when a reader that had it fails. Ours.
     */
    int ANY_READER = -1;

    /** Sends an event to a reader. Lost when the reader fails. */
    void sendEventToSourceReader(int subtaskId, SourceEvent event);

    /** The source's parallelism. */
    int currentParallelism();

    /** By subtask, in order. */
    Map<Integer, ReaderInfo> registeredReaders();

    /** Gives splits to readers. */
    void assignSplits(SplitsAssignment<SplitT> newSplitAssignments);

    /** Gives one split to a reader. */
    default void assignSplit(SplitT split, int subtask) {
        assignSplits(new SplitsAssignment<>(split, subtask));
    }

    /** Tells a reader that it gets no more splits. */
    void signalNoMoreSplits(int subtask);

    /**
     * Runs something that blocks on another thread.
     *
     * @param handler gets the result, or the failure; runs on the coordinator task's thread
     */
    <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler);

    /**
     * Runs something that blocks on another thread, again and again.
     *
     * @param handler gets each result, or the failure; runs on the coordinator task's thread
     * @param initialDelayMillis before the first time
     * @param periodMillis between the starts of two calls; a call waits for the one before
     */
    <T> void callAsync(
            Callable<T> callable,
            BiConsumer<T, Throwable> handler,
            long initialDelayMillis,
            long periodMillis);

    /** Runs something on the coordinator task's thread. Thread-safe. */
    void runInCoordinatorThread(Runnable runnable);

    /** The machine, for connectors: files above all. Ours. */
    Platform platform();
}
