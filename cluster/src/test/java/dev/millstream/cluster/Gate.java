package dev.millstream.cluster;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichMapFunction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Tells the test that tasks start and records flow. */
public final class Gate<T> extends RichMapFunction<T, T> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    private final String name;
    private transient @Nullable CountDownLatch atStart;

    public Gate(String name) {
        this.name = name;
    }

    /** A latch that opens with the first record of a task that starts from now on. */
    public static CountDownLatch started(String name) {
        return closed("start of " + name);
    }

    /** A latch that opens with the next record of any task. */
    public static CountDownLatch flows(String name) {
        return closed("flow of " + name);
    }

    private static CountDownLatch closed(String key) {
        CountDownLatch latch = new CountDownLatch(1);
        GATES.put(key, latch);
        return latch;
    }

    @Override
    public void open(OpenContext context) {
        atStart = GATES.get("start of " + name);
    }

    @Override
    public T map(T value) {
        open(atStart);
        open(GATES.get("flow of " + name));
        return value;
    }

    private static void open(@Nullable CountDownLatch latch) {
        if (latch != null) {
            latch.countDown();
        }
    }
}
