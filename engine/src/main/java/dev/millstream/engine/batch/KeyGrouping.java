package dev.millstream.engine.batch;

import dev.millstream.engine.operator.KeyAccess;
import org.jspecify.annotations.Nullable;

/** One pass of grouping: over the whole input, or over a part that an earlier pass has spilled. */
final class KeyGrouping {
    private static final int PARTS = 16;
    private static final int PART_BITS = 4;

    /** So many passes use up the bits of a hash: what is left then has one hash, or nearly so. */
    private static final int MAX_DEPTH = Integer.SIZE / PART_BITS;

    private final KeyAccess keys;
    private final GroupValues values;
    private final Spilling spilling;
    private final int depth;
    private GroupTable table = new GroupTable();
    private final @Nullable SpilledPart[] parts = new @Nullable SpilledPart[PARTS];
    private final SizeEstimate size;
    private boolean full;

    KeyGrouping(KeyAccess keys, GroupValues values, Spilling spilling, int depth) {
        this.keys = keys;
        this.values = values;
        this.spilling = spilling;
        this.depth = depth;
        this.size = new SizeEstimate(spilling);
    }

    /** A record that was spilled. */
    private void add(Object value, long timestamp) {
        Object key = keys.keyOf(value);
        add(key, keys.hashOf(key), value, timestamp);
    }

    void add(Object key, int hash, Object value, long timestamp) {
        int index = table.find(key, hash);
        if (index >= 0) {
            table.keep(index, values.add(table.kept(index), value));
            table.timestamp(index, timestamp);
        } else if (full) {
            part(hash).add(value, timestamp);
        } else {
            addKey(keys.kept(key), hash, value, timestamp);
        }
    }

    private void addKey(Object key, int hash, Object value, long timestamp) {
        int index = table.add(key, hash, values.first(value), timestamp);
        if (size.isFullAfter(index, key, value)) {
            full = depth < MAX_DEPTH;
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
            target.accept(values.result(table.kept(index)), table.timestamp(index));
        }
        table = new GroupTable(); // the memory is for the parts now
        for (int number = 0; number < PARTS; number++) {
            SpilledPart part = parts[number];
            if (part != null) {
                KeyGrouping next = new KeyGrouping(keys, values, spilling, depth + 1);
                part.readBack(next::add);
                spilling.delete(part);
                next.emit(target);
            }
        }
    }
}
