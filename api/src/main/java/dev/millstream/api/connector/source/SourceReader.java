package dev.millstream.api.connector.source;

import dev.millstream.api.common.state.CheckpointListener;
import dev.millstream.core.io.InputStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Reads splits. Called by the source task's thread only. */
@SuppressWarnings("try") // close() may throw anything, as users know it
public interface SourceReader<T, SplitT extends SourceSplit>
        extends AutoCloseable, CheckpointListener {
    /** The first call. Without splits, the place to ask for one. */
    void start();

    /**
     * Emits what is there: a record or a few, in bounded time, without blocking.
     *
     * @param output valid during the call only
     * @return whether to call again at once
     */
    InputStatus pollNext(ReaderOutput<T> output) throws Exception;

    /** What a checkpoint keeps: the splits at hand, with positions in them. */
    List<SplitT> snapshotState(long checkpointId);

    /** Completes when there is something to read; on any thread. */
    CompletableFuture<Void> isAvailable();

    /** More splits to read. */
    void addSplits(List<SplitT> splits);

    /** No more splits will be added: the reader ends after those it has. */
    void notifyNoMoreSplits();

    /** The enumerator has sent an event. */
    default void handleSourceEvents(SourceEvent sourceEvent) {}

    @Override
    default void notifyCheckpointComplete(long checkpointId) throws Exception {}
}
