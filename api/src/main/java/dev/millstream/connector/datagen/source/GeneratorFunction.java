package dev.millstream.connector.datagen.source;

import dev.millstream.api.common.functions.Function;
import dev.millstream.api.connector.source.SourceReaderContext;

/** Makes the n-th record of a generated stream. */
@FunctionalInterface
public interface GeneratorFunction<T, O> extends Function {
    /** Called once in each subtask, before the first record. */
    default void open(SourceReaderContext readerContext) throws Exception {}

    /** Called once in each subtask, at the end. */
    default void close() throws Exception {}

    /**
     * Makes a record.
     *
     * @param value its index, from 0; indexes are spread over the subtasks
     * @throws Exception whatever goes wrong: it fails the task
     */
    O map(T value) throws Exception;
}
