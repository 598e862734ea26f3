package dev.millstream.connector.file.src;

import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers splits to all readers: the JobMaster gives each that asks one that is local to it if there
 * is any. Many at a time, so that it has a choice, but not all of a very large input, which it
 * would have to hold.
 */
final class FileSplitEnumerator implements SplitEnumerator<FileSourceSplit, List<FileSourceSplit>> {
    private final SplitEnumeratorContext<FileSourceSplit> context;
    private final Deque<FileSourceSplit> notOffered;
    private final int offeredAtOnce;

    /**
     * Nothing is offered yet.
     *
     * @param offeredAtOnce how many splits follow when readers have none left
     */
    FileSplitEnumerator(
            SplitEnumeratorContext<FileSourceSplit> context,
            Collection<FileSourceSplit> splits,
            int offeredAtOnce) {
        this.context = context;
        this.notOffered = new ArrayDeque<>(splits);
        this.offeredAtOnce = offeredAtOnce;
    }

    @Override
    public void start() {
        offerMore();
    }

    /** Comes only when none of those that were offered is left. */
    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
        offerMore();
    }

    private void offerMore() {
        for (int i = 0; i < offeredAtOnce && !notOffered.isEmpty(); i++) {
            context.assignSplit(notOffered.remove(), SplitEnumeratorContext.ANY_READER);
        }
        if (notOffered.isEmpty()) {
            context.signalNoMoreSplits(SplitEnumeratorContext.ANY_READER);
        }
    }

    @Override
    public void addSplitsBack(List<FileSourceSplit> splits, int subtaskId) {
        for (FileSourceSplit split : splits) {
            context.assignSplit(split, SplitEnumeratorContext.ANY_READER);
        }
    }

    @Override
    public void addReader(int subtaskId) {}

    @Override
    public List<FileSourceSplit> snapshotState(long checkpointId) {
        return List.copyOf(notOffered);
    }

    @Override
    public void close() {}
}
