package dev.millstream.engine.harness;

import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A sink that a test can look into: its records outlive the way through serialisation. */
public final class Results<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;
    private static final AtomicLong NEXT = new AtomicLong();
    private static final Map<Long, List<Object>> ALL = new ConcurrentHashMap<>();

    private final long id = NEXT.incrementAndGet();

    /** One that is empty. */
    public Results() {
        ALL.put(id, Collections.synchronizedList(new ArrayList<>()));
    }

    /** Not for the sink's copies in tasks only: all that was written to any of them. */
    @SuppressWarnings("unchecked") // the program's compiler has checked what is written
    public List<T> values() {
        List<Object> values = all();
        synchronized (values) {
            return (List<T>) List.copyOf(values);
        }
    }

    private List<Object> all() {
        List<Object> values = ALL.get(id);
        if (values == null) {
            throw new IllegalStateException("no results");
        }
        return values;
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        List<Object> values = all();
        return new SinkWriter<>() {
            @Override
            public void write(T element, Context record) {
                @Nullable Object value = element;
                values.add(value == null ? "null" : value);
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
