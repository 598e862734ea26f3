package dev.millstream.connector.datagen.source;

import dev.millstream.api.common.typeinfo.TypeExtractor;
import dev.millstream.api.common.typeinfo.TypeInformation;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.lib.range.RangeReader;
import dev.millstream.api.connector.source.lib.range.RangeSource;
import dev.millstream.api.connector.source.lib.range.RangeSplit;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiterStrategy;
import dev.millstream.api.java.typeutils.ResultTypeQueryable;

/**
 * Makes up records, from their indexes, as fast as it is allowed to. Without end when the count is
 * {@link Long#MAX_VALUE}.
 */
public class DataGeneratorSource<OUT> extends RangeSource<OUT> implements ResultTypeQueryable<OUT> {
    private static final long serialVersionUID = 1L;

    /** Makes each record. */
    private final GeneratorFunction<Long, OUT> generatorFunction;

    /** How fast. */
    private final RateLimiterStrategy rateLimiterStrategy;

    /** Of the records, as far as it is known. */
    private final TypeInformation<OUT> typeInfo;

    /** As fast as possible. */
    public DataGeneratorSource(GeneratorFunction<Long, OUT> generatorFunction, long count) {
        this(generatorFunction, count, RateLimiterStrategy.noOp());
    }

    /** As fast as possible. */
    public DataGeneratorSource(
            GeneratorFunction<Long, OUT> generatorFunction,
            long count,
            TypeInformation<OUT> typeInfo) {
        this(generatorFunction, count, RateLimiterStrategy.noOp(), typeInfo);
    }

    /** At the rate that the strategy allows. */
    public DataGeneratorSource(
            GeneratorFunction<Long, OUT> generatorFunction,
            long count,
            RateLimiterStrategy rateLimiterStrategy) {
        this(
                generatorFunction,
                count,
                rateLimiterStrategy,
                TypeExtractor.ofGenerator(generatorFunction));
    }

    /**
     * At the rate that the strategy allows.
     *
     * @param count how many records there are in all
     */
    public DataGeneratorSource(
            GeneratorFunction<Long, OUT> generatorFunction,
            long count,
            RateLimiterStrategy rateLimiterStrategy,
            TypeInformation<OUT> typeInfo) {
        super(0, count);
        this.generatorFunction = generatorFunction;
        this.rateLimiterStrategy = rateLimiterStrategy;
        this.typeInfo = typeInfo;
    }

    @Override
    public Boundedness getBoundedness() {
        return end() == Long.MAX_VALUE ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<OUT, RangeSplit> createReader(SourceReaderContext readerContext) {
        return new RangeReader<>(
                readerContext,
                new GeneratedRecords<>(generatorFunction, readerContext),
                rateLimiterStrategy.createRateLimiter(readerContext.currentParallelism()));
    }

    @Override
    public TypeInformation<OUT> getProducedType() {
        return typeInfo;
    }
}
