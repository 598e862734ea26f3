package dev.millstream.benchmarks.state;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.engine.state.table.StateTable;
import dev.millstream.types.key.StableHash;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A running sum for each of many keys, in a table by key group. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class TableBenchmark {
    private static final int EVENTS = 1 << 16;
    private static final int GROUPS = 128;

    /** How many keys there are. */
    @Param({"10000", "1000000"})
    public int keys;

    /** Which kind of key. */
    @Param({"LONG", "OBJECT"})
    public KeyKind kind = KeyKind.LONG;

    private final KeyGroupRange range = KeyGroupRange.of(0, 1, GROUPS);
    private final Object[] events = new Object[EVENTS];
    private final int[] hashes = new int[EVENTS];
    private StateTable table = new StateTable(range, new RowLayout(KeyKind.LONG, false));
    private int sum;

    /** Fills the table. */
    @Setup
    public void prepare() {
        RowLayout layout = new RowLayout(kind, false);
        sum = layout.addWord();
        table = new StateTable(range, layout);
        for (long number = 0; number < keys; number++) {
            Object key = key(number);
            add(key, StableHash.hash(key));
        }
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < EVENTS; i++) {
            events[i] = key(random.nextLong(keys));
            hashes[i] = StableHash.hash(events[i]);
        }
    }

    private Object key(long number) {
        return kind == KeyKind.LONG ? (Object) number : "customer-" + number;
    }

    private long add(Object key, int hash) {
        GroupTable group = table.group(range.indexOf(key, hash));
        int row = group.find(key, hash);
        if (row < 0) {
            row = group.add(key, hash);
        }
        long added = group.word(row, sum) + 1;
        group.setWord(row, sum, added);
        return added;
    }

    /** One more for a key, whose hash is known. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long update() {
        long last = 0;
        for (int i = 0; i < EVENTS; i++) {
            last += add(events[i], hashes[i]);
        }
        return last;
    }
}
