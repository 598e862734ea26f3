package dev.millstream.connector.datagen.source;

import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.lib.range.IndexedRecords;

/** The records that a generator function makes. */
final class GeneratedRecords<T> implements IndexedRecords<T> {
    private final GeneratorFunction<Long, T> function;
    private final SourceReaderContext context;

    GeneratedRecords(GeneratorFunction<Long, T> function, SourceReaderContext context) {
        this.function = function;
        this.context = context;
    }

    @Override
    public void open() throws Exception {
        function.open(context);
    }

    @Override
    public T get(long index) throws Exception {
        return function.map(index);
    }

    @Override
    public void close() throws Exception {
        function.close();
    }
}
