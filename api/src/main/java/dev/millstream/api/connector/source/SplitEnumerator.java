package dev.millstream.api.connector.source;

import dev.millstream.api.common.state.CheckpointListener;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds splits and gives them to readers. Called by the coordinator task's thread only. */
public interface SplitEnumerator<SplitT extends SourceSplit, CheckpointT>
        extends AutoCloseable, CheckpointListener {
    /** The first call. */
    void start();

    /**
     * A reader asks for a split: answered by {@link SplitEnumeratorContext#assignSplit} or {@link
     * SplitEnumeratorContext#signalNoMoreSplits}, at once or later.
     *
     * @param requesterHostname where it runs, if known
     */
    void handleSplitRequest(int subtaskId, @Nullable String requesterHostname);

    /** A reader has failed: its splits since the last checkpoint are to be assigned again. */
    void addSplitsBack(List<SplitT> splits, int subtaskId);

    /** A reader has registered. */
    void addReader(int subtaskId);

    /** What a checkpoint keeps: all splits that aren't assigned yet. */
    CheckpointT snapshotState(long checkpointId) throws Exception;

    @Override
    void close() throws IOException;

    @Override
    default void notifyCheckpointComplete(long checkpointId) throws Exception {}

    /** A reader has sent an event. */
    default void handleSourceEvent(int subtaskId, SourceEvent sourceEvent) {}
}
