package dev.millstream.api.connector.source.lib.range;

import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives out ranges on request, in order. */
final class RangeEnumerator implements SplitEnumerator<RangeSplit, List<RangeSplit>> {
    private final SplitEnumeratorContext<RangeSplit> context;
    private final Deque<RangeSplit> remaining;

    RangeEnumerator(SplitEnumeratorContext<RangeSplit> context, Collection<RangeSplit> remaining) {
        this.context = context;
        this.remaining = new ArrayDeque<>(remaining);
    }

    /** Contiguous ranges whose lengths differ by at most one; empty ones are left out. */
    static List<RangeSplit> divide(long start, long end, int parts) {
        List<RangeSplit> splits = new ArrayList<>();
        // The length of a range over all longs exceeds a long: taken as unsigned.
        long length = end - start;
        long share = Long.divideUnsigned(length, parts);
        long longer = Long.remainderUnsigned(length, parts);
        long next = start;
        for (int part = 0; part < parts; part++) {
            long splitEnd = next + share + (part < longer ? 1 : 0);
            if (splitEnd != next) {
                splits.add(new RangeSplit(Integer.toString(part), next, splitEnd));
            }
            next = splitEnd;
        }
        return splits;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
        RangeSplit split = remaining.pollFirst();
        if (split == null) {
            context.signalNoMoreSplits(subtaskId);
        } else {
            context.assignSplit(split, subtaskId);
        }
    }

    @Override
    public void addSplitsBack(List<RangeSplit> splits, int subtaskId) {
        for (RangeSplit split : splits.reversed()) {
            remaining.addFirst(split);
        }
    }

    @Override
    public void addReader(int subtaskId) {}

    @Override
    public List<RangeSplit> snapshotState(long checkpointId) {
        return new ArrayList<>(remaining);
    }

    @Override
    public void close() {}
}
