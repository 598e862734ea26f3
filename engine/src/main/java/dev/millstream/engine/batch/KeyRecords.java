package dev.millstream.engine.batch;

import dev.millstream.engine.operator.KeyAccess;
import dev.millstream.engine.state.KeyTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass of gathering records by key: over the whole input, or over a part that an earlier pass
 * has spilled. Once the memory is full, all records are spilled by their keys' hashes.
 */
final class KeyRecords {
    /** What a record takes besides its value. */
    private static final long RECORD_BYTES = 48;

    /** Of so many records the size of one is measured. */
    private static final int SAMPLE = 16;

    private static final int PARTS = 16;
    private static final int PART_BITS = 4;

    /** So many passes use up the bits of a hash: what is left then has one hash, or nearly so. */
    private static final int MAX_DEPTH = Integer.SIZE / PART_BITS;

    private static final Comparator<Entry> IN_TIME =
            Comparator.comparingLong(Entry::timestamp).thenComparingInt(Entry::input);

    private record Entry(Object value, long timestamp, int input) {}

    /** Takes the records of one key after those of another. */
    interface Receiver {
        void record(int input, Object value, long timestamp);

        void endKey();
    }

    private final List<KeyAccess> keys;
    private final Spilling spilling;
    private final int depth;
    private KeyTable table = new KeyTable();
    private final @Nullable SpilledPart[] parts;
    private boolean spilled;
    private long records;
    private long sampledBytes;
    private long samples;

    /**
     * @param keys of each input
     */
    KeyRecords(List<KeyAccess> keys, Spilling spilling, int depth) {
        this.keys = keys;
        this.spilling = spilling;
        this.depth = depth;
        this.parts = new @Nullable SpilledPart[keys.size() * PARTS];
    }

    void add(int input, Object value, long timestamp) {
        KeyAccess access = keys.get(input);
        Object key = access.keyOf(value);
        int hash = access.hashOf(key);
        if (spilled) {
            part(input, hash).add(value, timestamp);
            return;
        }
        int index = table.find(key, hash);
        if (index < 0) {
            index = table.add(access.kept(key), hash, new ArrayList<Entry>(2));
        }
        entries(index).add(new Entry(value, timestamp, input));
        if (records++ % SAMPLE == 0) {
            samples++;
            sampledBytes += spilling.sizeOf(key, value);
            long estimatedBytes = records * (RECORD_BYTES + sampledBytes / samples);
            if (estimatedBytes > spilling.memoryBytes() && depth < MAX_DEPTH) {
                spill();
            }
        }
    }

    @SuppressWarnings("unchecked") // the table holds nothing else
    private List<Entry> entries(int index) {
        return (List<Entry>) table.value(index);
    }

    private void spill() {
        spilled = true;
        for (int index = 0; index < table.size(); index++) {
            for (Entry entry : entries(index)) {
                int hash = keys.get(entry.input).hashOf(table.key(index));
                part(entry.input, hash).add(entry.value, entry.timestamp);
            }
        }
        table = new KeyTable();
    }

    private SpilledPart part(int input, int hash) {
        int mixed = hash * 0x9E3779B9;
        int spread = mixed ^ (mixed >>> 16);
        int number = input * PARTS + ((spread >>> (depth * PART_BITS)) & (PARTS - 1));
        SpilledPart part = parts[number];
        if (part == null) {
            part = spilling.newPart();
            parts[number] = part;
        }
        return part;
    }

    /** Gives out all records, key by key, each key's in the order of time. */
    void emit(Receiver receiver) {
        for (int index = 0; index < table.size(); index++) {
            List<Entry> entries = entries(index);
            entries.sort(IN_TIME);
            for (Entry entry : entries) {
                receiver.record(entry.input, entry.value, entry.timestamp);
            }
            receiver.endKey();
        }
        table = new KeyTable(); // the memory is for the parts now
        for (int number = 0; number < PARTS; number++) {
            KeyRecords next = new KeyRecords(keys, spilling, depth + 1);
            for (int input = 0; input < keys.size(); input++) {
                readBack(input, parts[input * PARTS + number], next);
            }
            if (next.records > 0 || next.spilled) {
                next.emit(receiver);
            }
        }
    }

    private void readBack(int input, @Nullable SpilledPart part, KeyRecords next) {
        if (part != null) {
            part.readBack((value, timestamp) -> next.add(input, value, timestamp));
            spilling.delete(part);
        }
    }
}
