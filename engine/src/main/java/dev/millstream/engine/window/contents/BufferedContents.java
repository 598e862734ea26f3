package dev.millstream.engine.window.contents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All records, in the order of their arrival. */
public final class BufferedContents implements Contents {
    @Override
    @SuppressWarnings("unchecked") // what this class has made
    public Object add(@Nullable Object accumulator, Object value) {
        List<Object> values = accumulator == null ? new ArrayList<>(2) : (List<Object>) accumulator;
        values.add(value);
        return values;
    }

    @Override
    @SuppressWarnings("unchecked") // what this class has made
    public Object merge(@Nullable Object into, Object part) {
        List<Object> values = into == null ? new ArrayList<>() : (List<Object>) into;
        values.addAll((List<Object>) part);
        return values;
    }

    @Override
    public Object result(Object accumulator) {
        return accumulator;
    }

    @Override
    public Object unshared(Object value) {
        return value;
    }
}
