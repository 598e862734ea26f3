package dev.millstream.api.connector.source.lib;

import dev.millstream.api.connector.source.lib.range.IndexedRecords;
import dev.millstream.types.Input;
import dev.millstream.types.record.RecordDecoder;
import dev.millstream.types.serialization.Serializers;
import java.util.Objects;

/** Elements that a {@link dev.millstream.types.record.RecordEncoder} has written, read in order. */
final class EncodedElements<T> implements IndexedRecords<T> {
    private final byte[] elements;
    private final Serializers serializers;
    private RecordDecoder decoder;
    private Input input;
    private long position;

    EncodedElements(byte[] elements, Serializers serializers) {
        this.elements = elements;
        this.serializers = serializers;
        this.decoder = new RecordDecoder(serializers);
        this.input = new Input(elements);
    }

    @Override
    @SuppressWarnings("unchecked") // what was encoded were elements of this type
    public T get(long index) {
        if (index < position) {
            decoder = new RecordDecoder(serializers);
            input = new Input(elements);
            position = 0;
        }
        while (position < index) {
            decoder.decode(input);
            position++;
        }
        position++;
        return (T) Objects.requireNonNull(decoder.decode(input));
    }
}
