package dev.millstream.benchmarks.programs.latency;

import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each reader its one split. */
final class PacedEnumerator implements SplitEnumerator<PacedSplit, Integer> {
    private final SplitEnumeratorContext<PacedSplit> context;

    PacedEnumerator(SplitEnumeratorContext<PacedSplit> context) {
        this.context = context;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {}

    @Override
    public void addSplitsBack(List<PacedSplit> splits, int subtask) {}

    @Override
    public void addReader(int subtask) {
        context.assignSplit(new PacedSplit(subtask), subtask);
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public Integer snapshotState(long checkpoint) {
        return 0;
    }

    @Override
    public void close() {}
}
