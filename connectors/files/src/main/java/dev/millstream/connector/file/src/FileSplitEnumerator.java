package dev.millstream.connector.file.src;

import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each reader that asks one split, one that is local to it if there is any. */
final class FileSplitEnumerator implements SplitEnumerator<FileSourceSplit, List<FileSourceSplit>> {
    private final SplitEnumeratorContext<FileSourceSplit> context;
    private final Deque<FileSourceSplit> unassigned;

    FileSplitEnumerator(
            SplitEnumeratorContext<FileSourceSplit> context, Deque<FileSourceSplit> unassigned) {
        this.context = context;
        this.unassigned = unassigned;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
        FileSourceSplit split = take(requesterHostname);
        if (split == null) {
            context.signalNoMoreSplits(subtaskId);
        } else {
            context.assignSplit(split, subtaskId);
        }
    }

    private @Nullable FileSourceSplit take(@Nullable String host) {
        for (Iterator<FileSourceSplit> splits = unassigned.iterator(); splits.hasNext(); ) {
            FileSourceSplit split = splits.next();
            if (host != null && split.hosts().contains(host)) {
                splits.remove();
                return split;
            }
        }
        return unassigned.poll();
    }

    @Override
    public void addSplitsBack(List<FileSourceSplit> splits, int subtaskId) {
        splits.reversed().forEach(unassigned::addFirst);
    }

    @Override
    public void addReader(int subtaskId) {}

    @Override
    public List<FileSourceSplit> snapshotState(long checkpointId) {
        return List.copyOf(unassigned);
    }

    @Override
    public void close() {}
}
