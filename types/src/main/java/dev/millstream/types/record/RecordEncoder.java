package dev.millstream.types.record;

import dev.millstream.types.ClassSink;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.serialization.Serializers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of any class to one channel or file. The first time a class appears its schema
 * goes in-band and it gets a small number; afterwards a record is that number and its fields. For
 * one thread at a time; its peer is one {@link RecordDecoder}, which must see all that was encoded,
 * in order.
 */
public final class RecordEncoder {
    private final Serializer<Object> dynamic;
    private final ClassSink sink = this::writeClass;

    // Looked up, never iterated; the list has the same classes by number.
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private final List<Known> classes = new ArrayList<>();

    // Most channels carry one class: these save the look-up.
    private @Nullable Class<?> lastClass;
    private @Nullable Serializer<Object> lastSerializer;
    private int lastHeader;

    private record Known(Class<?> type, Serializer<Object> serializer) {}

    public RecordEncoder(Serializers serializers) {
        dynamic = serializers.dynamic();
    }

    /**
     * Appends a record. If it fails, nothing was appended and the encoder is as before.
     *
     * @throws dev.millstream.types.UnsupportedTypeException if the record, or something in it,
     *     can't be serialised
     */
    public void encode(@Nullable Object value, Output out) {
        int start = out.position();
        int classesBefore = classes.size();
        boolean done = false;
        out.classSink(sink);
        try {
            if (value != null && value.getClass() == lastClass && lastSerializer != null) {
                out.writeVarInt(lastHeader);
                lastSerializer.write(value, out);
            } else {
                encodeOther(value, out);
            }
            done = true;
        } finally {
            out.classSink(null);
            if (!done) {
                forgetFrom(classesBefore);
                out.truncate(start);
            }
        }
    }

    // NullAway: the dynamic serializer takes null.
    @SuppressWarnings("NullAway")
    private void encodeOther(@Nullable Object value, Output out) {
        dynamic.write(value, out);
        Integer number = value == null ? null : numbers.get(value.getClass());
        if (number != null) {
            lastClass = classes.get(number).type();
            lastSerializer = classes.get(number).serializer();
            lastHeader = ClassSink.FIRST_CLASS + number;
        }
    }

    // unchecked: the sink is told a class and its own serializer.
    @SuppressWarnings("unchecked")
    private void writeClass(Class<?> type, Serializer<?> serializer, Output out) {
        Integer number = numbers.get(type);
        if (number != null) {
            out.writeVarInt(ClassSink.FIRST_CLASS + number);
            return;
        }
        numbers.put(type, classes.size());
        classes.add(new Known(type, (Serializer<Object>) serializer));
        out.writeVarInt(ClassSink.DEFINITION);
        serializer.schema().write(out);
    }

    private void forgetFrom(int number) {
        while (classes.size() > number) {
            numbers.remove(classes.removeLast().type());
        }
    }

    /** Forgets what the peer knows: for a new peer. */
    public void reset() {
        forgetFrom(0);
        lastClass = null;
        lastSerializer = null;
    }
}
