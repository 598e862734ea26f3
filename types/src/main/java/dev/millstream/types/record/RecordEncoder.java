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
    private final Serializers serializers;
    private final ClassSink sink = this::writeClass;

    // Looked up, never iterated; the list has the same classes by number.
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();

    // Most channels carry one class: these save the look-up. Null: nothing before, or null.
    private @Nullable Class<?> lastClass;
    private @Nullable Serializer<Object> lastSerializer;

    /** The last class's number, as it is written; 0 if it has none of its own in this stream. */
    private int lastHeader;

    public RecordEncoder(Serializers serializers) {
        this.serializers = serializers;
    }

    /**
     * Appends a record. If it fails, nothing was appended and the encoder is as before.
     *
     * @throws dev.millstream.types.UnsupportedTypeException if the record, or something in it,
     *     can't be serialised
     */
    public void encode(@Nullable Object value, Output out) {
        if (value == null) {
            encodeNull(out);
            return;
        }
        int start = out.position();
        int classesBefore = classes.size();
        boolean done = false;
        ClassSink before = out.classSink();
        out.classSink(sink);
        try {
            beginRecord(value.getClass(), out).write(value, out);
            done = true;
        } finally {
            out.classSink(before);
            if (!done) {
                undo(start, classesBefore, out);
            }
        }
    }

    /** Appends a value without its own class; see {@link ValueEncoder}. */
    <T> void encodeAs(Serializer<T> serializer, T value, Output out) {
        int start = out.position();
        int classesBefore = classes.size();
        boolean done = false;
        ClassSink before = out.classSink();
        out.classSink(sink);
        try {
            serializer.write(value, out);
            done = true;
        } finally {
            out.classSink(before);
            if (!done) {
                undo(start, classesBefore, out);
            }
        }
    }

    // NullAway: the dynamic serializer takes null.
    @SuppressWarnings("NullAway")
    private void encodeNull(Output out) {
        serializers.dynamic().write(null, out);
        lastClass = null;
    }

    /**
     * What is written to the output from now on is in this stream: {@link #encodeMore} needs it.
     */
    public void attach(Output out) {
        out.classSink(sink);
    }

    /** Writes what stands for the class; remembers it. */
    private Serializer<Object> beginRecord(Class<?> type, Output out) {
        Serializer<Object> last = lastSerializer;
        if (type == lastClass && last != null && lastHeader != 0) {
            out.writeVarInt(lastHeader);
            return last;
        }
        Serializer<Object> serializer = serializers.writeClass(type, out);
        Integer number = numbers.get(type);
        lastClass = type;
        lastSerializer = serializer;
        lastHeader = number == null ? 0 : ClassSink.FIRST_CLASS + number;
        return serializer;
    }

    /**
     * Appends a record of the same class as the one before, and doesn't say so again: the reader
     * has to know, and to call {@link RecordDecoder#decodeMore}. If it fails, nothing was appended
     * and the encoder is as before.
     *
     * @param out {@link #attach attached}
     * @return false if it is of another class; then nothing was appended
     * @throws dev.millstream.types.UnsupportedTypeException if something in the record can't be
     *     serialised
     */
    public boolean encodeMore(Object value, Output out) {
        Serializer<Object> serializer = lastSerializer;
        if (value.getClass() != lastClass || serializer == null) {
            return false;
        }
        int start = out.position();
        int classesBefore = classes.size();
        boolean done = false;
        try {
            serializer.write(value, out);
            done = true;
        } finally {
            if (!done) {
                attach(out);
                undo(start, classesBefore, out);
            }
        }
        return true;
    }

    private void undo(int start, int classesBefore, Output out) {
        forgetFrom(classesBefore);
        lastClass = null;
        out.truncate(start);
    }

    private void writeClass(Class<?> type, Serializer<?> serializer, Output out) {
        Integer number = numbers.get(type);
        if (number != null) {
            out.writeVarInt(ClassSink.FIRST_CLASS + number);
            return;
        }
        numbers.put(type, classes.size());
        classes.add(type);
        out.writeVarInt(ClassSink.DEFINITION);
        serializer.schema().write(out);
    }

    private void forgetFrom(int number) {
        while (classes.size() > number) {
            numbers.remove(classes.removeLast());
        }
    }

    /** Forgets what the peer knows: for a new peer. */
    public void reset() {
        forgetFrom(0);
        lastClass = null;
        lastSerializer = null;
    }
}
