package dev.millstream.engine.batch;

import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.state.KeyTable;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** One pass of grouping: over the whole input, or over a part that an earlier pass has spilled. */
final class KeyGrouping {
    /** What an entry of the table takes besides its key and value. */
    private static final long ENTRY_BYTES = 64;

    /** Of so many new entries the size of one is measured. */
    private static final int SAMPLE = 16;

    private static final int PARTS = 16;
    private static final int PART_BITS = 4;

    /** So many passes use up the bits of a hash: what is left then has one hash, or nearly so. */
    private static final int MAX_DEPTH = Integer.SIZE / PART_BITS;

    private final KeyAccess keys;
    private final BinaryOperator<Object> reduction;
    private final Spilling spilling;
    private final int depth;
    private KeyTable table = new KeyTable();
    private long[] timestamps = new long[16];
    private final @Nullable SpilledPart[] parts = new @Nullable SpilledPart[PARTS];
    private boolean full;
    private long sampledBytes;
    private long samples;

    KeyGrouping(KeyAccess keys, BinaryOperator<Object> reduction, Spilling spilling, int depth) {
        this.keys = keys;
        this.reduction = reduction;
        this.spilling = spilling;
        this.depth = depth;
    }

    void add(Object value, long timestamp) {
        Object key = keys.keyOf(value);
        int hash = keys.hashOf(key);
        int index = table.find(key, hash);
        if (index >= 0) {
            table.set(index, reduction.apply(table.value(index), value));
            timestamps[index] = timestamp;
        } else if (full) {
            part(hash).add(value, timestamp);
        } else {
            addKey(keys.kept(key), hash, value, timestamp);
        }
    }

    private void addKey(Object key, int hash, Object value, long timestamp) {
        int index = table.add(key, hash, value);
        if (index == timestamps.length) {
            timestamps = Arrays.copyOf(timestamps, 2 * index);
        }
        timestamps[index] = timestamp;
        if (index % SAMPLE == 0) {
            samples++;
            sampledBytes += spilling.sizeOf(key, value);
            long estimatedBytes = table.size() * (ENTRY_BYTES + sampledBytes / samples);
            full = estimatedBytes > spilling.memoryBytes() && depth < MAX_DEPTH;
        }
    }

    private SpilledPart part(int hash) {
        int number = (spread(hash) >>> (depth * PART_BITS)) & (PARTS - 1);
        SpilledPart part = parts[number];
        if (part == null) {
            part = spilling.newPart();
            parts[number] = part;
        }
        return part;
    }

    /** A bijection, so that hashes of one key group, which share a remainder, part as well. */
    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    /** Emits each key's result. To be called once, after the last record. */
    void emit(RecordSink target) {
        for (int index = 0; index < table.size(); index++) {
            target.accept(table.value(index), timestamps[index]);
        }
        table = new KeyTable(); // the memory is for the parts now
        for (int number = 0; number < PARTS; number++) {
            SpilledPart part = parts[number];
            if (part != null) {
                KeyGrouping next = new KeyGrouping(keys, reduction, spilling, depth + 1);
                part.readBack(next::add);
                spilling.delete(part);
                next.emit(target);
            }
        }
    }
}
