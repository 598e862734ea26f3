package dev.millstream.api.connector.source.lib;

import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.common.typeinfo.Types;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.lib.range.RangeReader;
import dev.millstream.api.connector.source.lib.range.RangeSource;
import dev.millstream.api.connector.source.lib.range.RangeSplit;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiterStrategy;
import dev.millstream.api.java.typeutils.ResultTypeQueryable;

/** The numbers of an interval; in order within each subtask. */
public class NumberSequenceSource extends RangeSource<Long> implements ResultTypeQueryable<Long> {
    private static final long serialVersionUID = 1L;

    /**
     * Both ends belong to it.
     *
     * @param from the first number
     * @param to the last one, not below the first
     */
    public NumberSequenceSource(long from, long to) {
        if (from == Long.MIN_VALUE && to == Long.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "A sequence can't have all of the 2^64 longs. Leave out the first or the last");
        }
        super(from, to + 1);
    }

    /** The first number. */
    public long getFrom() {
        return start();
    }

    /** The last number. */
    public long getTo() {
        return end() - 1;
    }

    @Override
    public SourceReader<Long, RangeSplit> createReader(SourceReaderContext readerContext) {
        return new RangeReader<>(
                readerContext,
                index -> index,
                RateLimiterStrategy.noOp().createRateLimiter(readerContext.currentParallelism()));
    }

    @Override
    public TypeInformation<Long> getProducedType() {
        return Types.LONG;
    }
}
