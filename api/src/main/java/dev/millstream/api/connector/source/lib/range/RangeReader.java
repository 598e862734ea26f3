package dev.millstream.api.connector.source.lib.range;

import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiter;
import dev.millstream.core.io.InputStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads ranges one after the other, at the rate that is allowed. */
@SuppressWarnings("try") // closing a generator function may throw anything
public final class RangeReader<T> implements SourceReader<T, RangeSplit> {
    /** Records of one call, so that its overhead is spread, and yet mail waits for microseconds. */
    private static final int RECORDS_PER_POLL = 32;

    private final SourceReaderContext context;
    private final IndexedRecords<T> records;
    private final RateLimiter rateLimiter;
    private final boolean unlimited;
    private final Deque<RangeSplit> splits = new ArrayDeque<>();
    private @Nullable RangeSplit current;
    private long next;
    private boolean opened;
    private boolean noMoreSplits;
    private CompletableFuture<Void> splitArrived = new CompletableFuture<>();
    private @Nullable CompletableFuture<Void> permit;

    /**
     * For one subtask.
     *
     * @param records by number
     * @param rateLimiter of this subtask
     */
    public RangeReader(
            SourceReaderContext context, IndexedRecords<T> records, RateLimiter rateLimiter) {
        this.context = context;
        this.records = records;
        this.rateLimiter = rateLimiter;
        this.unlimited = rateLimiter.isUnlimited();
    }

    @Override
    public void start() {
        rateLimiter.open(context);
        if (splits.isEmpty()) {
            context.sendSplitRequest();
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        if (!opened) {
            opened = true;
            records.open();
        }
        return unlimited ? pollFreely(output) : pollAsAllowed(output);
    }

    /** As many records as there are, without asking for each. */
    private InputStatus pollFreely(ReaderOutput<T> output) throws Exception {
        RangeSplit split = currentSplit();
        if (split == null) {
            return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }
        // The length of a range over all longs exceeds a long: taken as unsigned.
        long left = split.end() - next;
        int count =
                Long.compareUnsigned(left, RECORDS_PER_POLL) < 0 ? (int) left : RECORDS_PER_POLL;
        for (int i = 0; i < count; i++) {
            output.collect(records.get(next));
            next++;
        }
        if (count == left) {
            current = null;
            requestSplitIfNeeded();
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private InputStatus pollAsAllowed(ReaderOutput<T> output) throws Exception {
        for (int i = 0; i < RECORDS_PER_POLL; i++) {
            RangeSplit split = currentSplit();
            if (split == null) {
                return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            if (!mayEmit()) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            output.collect(records.get(next));
            next++;
            if (next == split.end()) {
                current = null;
                requestSplitIfNeeded();
            }
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private @Nullable RangeSplit currentSplit() {
        if (current == null) {
            current = splits.pollFirst();
            if (current != null) {
                next = current.next();
            }
        }
        return current;
    }

    private boolean mayEmit() {
        CompletableFuture<Void> wanted = permit;
        if (wanted == null) {
            wanted = rateLimiter.acquire().toCompletableFuture();
            permit = wanted;
        }
        if (!wanted.isDone()) {
            return false;
        }
        permit = null;
        return true;
    }

    private void requestSplitIfNeeded() {
        if (splits.isEmpty() && !noMoreSplits) {
            splitArrived = new CompletableFuture<>();
            context.sendSplitRequest();
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return permit != null ? permit : splitArrived;
    }

    @Override
    public List<RangeSplit> snapshotState(long checkpointId) {
        List<RangeSplit> state = new ArrayList<>();
        if (current != null) {
            state.add(new RangeSplit(current.splitId(), next, current.end()));
        }
        state.addAll(splits);
        return state;
    }

    @Override
    public void addSplits(List<RangeSplit> added) {
        splits.addAll(added);
        splitArrived.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        splitArrived.complete(null);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        rateLimiter.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void close() throws Exception {
        if (opened) {
            records.close();
        }
    }
}
