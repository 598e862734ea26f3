package dev.millstream.api.connector.source.lib.range;

import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.core.io.SimpleVersionedSerializer;
import java.util.List;

/** A source whose records are numbered. Each subtask gets a range of about the same length. */
public abstract class RangeSource<T> implements Source<T, RangeSplit, List<RangeSplit>> {
    private static final long serialVersionUID = 1L;

    /** The first number. */
    private final long start;

    /** Behind the last number. */
    private final long end;

    /**
     * A range of numbers.
     *
     * @param end behind the last number, thus {@link Long#MIN_VALUE} when that is {@link
     *     Long#MAX_VALUE}; otherwise not below the start
     */
    protected RangeSource(long start, long end) {
        if (end < start && end != Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "A range can't end before it starts: from " + start + " up to " + end);
        }
        this.start = start;
        this.end = end;
    }

    /** The first number. */
    protected final long start() {
        return start;
    }

    /** Behind the last number. */
    protected final long end() {
        return end;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<RangeSplit, List<RangeSplit>> createEnumerator(
            SplitEnumeratorContext<RangeSplit> enumContext) {
        return new RangeEnumerator(
                enumContext, RangeEnumerator.divide(start, end, enumContext.currentParallelism()));
    }

    @Override
    public SplitEnumerator<RangeSplit, List<RangeSplit>> restoreEnumerator(
            SplitEnumeratorContext<RangeSplit> enumContext, List<RangeSplit> checkpoint) {
        return new RangeEnumerator(enumContext, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<RangeSplit> getSplitSerializer() {
        return new SingleSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<RangeSplit>> getEnumeratorCheckpointSerializer() {
        return new RangeSplitSerializer();
    }
}
