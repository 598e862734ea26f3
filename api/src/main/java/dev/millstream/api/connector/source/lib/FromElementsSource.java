package dev.millstream.api.connector.source.lib;

import dev.millstream.api.common.InvalidProgramException;
import dev.millstream.api.common.serialization.SerializerConfig;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.lib.range.RangeReader;
import dev.millstream.api.connector.source.lib.range.RangeSource;
import dev.millstream.api.connector.source.lib.range.RangeSplit;
import dev.millstream.api.connector.source.util.ratelimit.RateLimiterStrategy;
import dev.millstream.api.dag.CallSite;
import dev.millstream.types.Output;
import dev.millstream.types.record.RecordEncoder;
import java.util.Arrays;
import java.util.Collection;

/**
 * Elements that were given in the program. They travel with it, serialised; so they need not be
 * {@link java.io.Serializable}.
 */
public class FromElementsSource<T> extends RangeSource<T> {
    private static final long serialVersionUID = 1L;

    /** As a {@link RecordEncoder} has written them. */
    private final byte[] elements;

    private final SerializerConfig config;

    /**
     * Serialises the elements.
     *
     * @param elements none of them null
     * @throws InvalidProgramException if one can't be serialised
     */
    public FromElementsSource(Collection<? extends T> elements) {
        this(elements, new SerializerConfig());
    }

    /**
     * Serialises the elements.
     *
     * @param elements none of them null
     * @param config how
     * @throws InvalidProgramException if one can't be serialised
     */
    public FromElementsSource(Collection<? extends T> elements, SerializerConfig config) {
        super(0, elements.size());
        this.config = config;
        this.elements = encode(elements, config);
    }

    private static byte[] encode(Collection<?> elements, SerializerConfig config) {
        ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
        RecordEncoder encoder = new RecordEncoder(config.serializers(classLoader, _ -> {}));
        Output output = new Output();
        int index = 0;
        for (Object element : elements) {
            if (element == null) {
                throw new InvalidProgramException(
                        "Element "
                                + index
                                + " of the source at "
                                + CallSite.capture()
                                + " is null");
            }
            try {
                encoder.encode(element, output);
            } catch (RuntimeException failure) {
                throw new InvalidProgramException(
                        "Element "
                                + index
                                + " of the source at "
                                + CallSite.capture()
                                + ", a "
                                + element.getClass().getName()
                                + ", can't be serialised: "
                                + failure.getMessage(),
                        failure);
            }
            index++;
        }
        return Arrays.copyOf(output.array(), output.position());
    }

    @Override
    public SourceReader<T, RangeSplit> createReader(SourceReaderContext readerContext) {
        return new RangeReader<>(
                readerContext,
                new EncodedElements<>(
                        elements,
                        config.serializers(readerContext.getUserCodeClassLoader(), _ -> {})),
                RateLimiterStrategy.noOp().createRateLimiter(readerContext.currentParallelism()));
    }
}
