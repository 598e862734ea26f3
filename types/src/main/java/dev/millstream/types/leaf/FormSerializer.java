package dev.millstream.types.leaf;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Of a type whose factory methods refuse what can't be a value of it. */
final class FormSerializer<T> extends LeafSerializer<T> {
    private final Class<T> type;
    private final BiConsumer<T, Output> writer;
    private final Function<Input, T> reader;

    FormSerializer(Class<T> type, BiConsumer<T, Output> writer, Function<Input, T> reader) {
        super(type);
        this.type = type;
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public void write(T value, Output out) {
        writer.accept(value, out);
    }

    @Override
    public T read(Input in) {
        try {
            return reader.apply(in);
        } catch (CorruptDataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw in.corrupt("bytes that are no " + type.getSimpleName(), e);
        }
    }
}
