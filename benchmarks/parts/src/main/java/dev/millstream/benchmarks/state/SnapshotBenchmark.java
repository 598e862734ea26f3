package dev.millstream.benchmarks.state;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.engine.state.table.LongKeyTable;
import dev.millstream.engine.state.table.RowLayout;
import dev.millstream.engine.state.table.StateTable;
import dev.millstream.engine.state.table.TableSnapshot;
import dev.millstream.types.key.StableHash;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A running sum for each of many keys: in a table, in a table of which another thread reads one
 * snapshot after the other, and in what a table is compared with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class SnapshotBenchmark {
    private static final int EVENTS = 1 << 16;
    private static final int ANNOUNCED = 32;

    /** How many keys there are. */
    @Param({"10000", "1000000"})
    public int keys;

    private final KeyGroupRange range = KeyGroupRange.of(0, 1, 128);
    private final Long[] events = new Long[EVENTS];
    private final int[] hashes = new int[EVENTS];
    private final SynchronousQueue<TableSnapshot> snapshots = new SynchronousQueue<>();
    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
    private StateTable table = new StateTable(range, new RowLayout(KeyKind.LONG, false));
    private int sum;
    private final Map<Long, Long> map = new HashMap<>();
    private long[] cells = {};

    /** Fills all of them. */
    @Setup
    public void prepare(Blackhole hole) {
        RowLayout layout = new RowLayout(KeyKind.LONG, false);
        sum = layout.addWord();
        table = new StateTable(range, layout);
        cells = new long[4 * Integer.highestOneBit(2 * keys - 1)];
        for (long key = 0; key < keys; key++) {
            int hash = StableHash.ofLong(key);
            ((LongKeyTable) table.group(range.indexOf(key, hash))).add(key, hash);
            map.put(key, 0L);
            cells[cellOf(key, hash)] = key + 1;
        }
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < EVENTS; i++) {
            events[i] = random.nextLong(keys);
            hashes[i] = StableHash.ofLong(events[i]);
        }
        var _ = reader.scheduleWithFixedDelay(() -> readNext(hole), 0, 1, TimeUnit.NANOSECONDS);
    }

    private void readNext(Blackhole hole) {
        try (TableSnapshot snapshot = snapshots.take()) {
            for (int group : snapshot.groups()) {
                snapshot.forEach(
                        group, TableSnapshot.Scope.EVERYTHING, row -> hole.consume(row.word(sum)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the reader. */
    @TearDown
    public void end() {
        reader.shutdownNow();
    }

    /** Of the table. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long table() {
        long last = 0;
        for (int from = 0; from < EVENTS; from += ANNOUNCED) {
            table.expect(hashes, from, from + ANNOUNCED);
            for (int i = from; i < from + ANNOUNCED; i++) {
                LongKeyTable group =
                        (LongKeyTable) table.group(range.indexOf(events[i], hashes[i]));
                int row = group.find(events[i], hashes[i]);
                long added = group.word(row, sum) + 1;
                group.setWord(row, sum, added);
                last += added;
            }
        }
        return last;
    }

    /** Of the table, while a thread reads the last snapshot; as soon as it is read, a new one. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long tableWhileRead() {
        TableSnapshot snapshot = table.snapshot(true);
        if (!snapshots.offer(snapshot)) {
            snapshot.close();
        }
        return table();
    }

    /** Of a map of the JDK. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long map() {
        long last = 0;
        for (int i = 0; i < EVENTS; i++) {
            last += map.merge(events[i], 1L, Long::sum);
        }
        return last;
    }

    /** Of an array of keys and values, by open addressing: what can't be beaten. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long array() {
        long last = 0;
        for (int i = 0; i < EVENTS; i++) {
            last += ++cells[cellOf(events[i], hashes[i]) + 1];
        }
        return last;
    }

    private int cellOf(long key, int hash) {
        int mask = cells.length - 2;
        int cell = (hash << 1) & mask;
        while (cells[cell] != 0 && cells[cell] != key + 1) {
            cell = (cell + 2) & mask;
        }
        return cell;
    }
}
