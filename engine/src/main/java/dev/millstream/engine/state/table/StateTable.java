package dev.millstream.engine.state.table;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.types.key.KeyGroups;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all key groups of a subtask. One for the small state of an operator's keys; one for
 * each slice of a window, to be dropped as a whole. Belongs to the task's thread.
 */
public final class StateTable {
    private static final int AHEAD = 32;

    private final KeyGroupRange range;
    private final RowLayout layout;
    private final @Nullable GroupTable[] groups;

    /** While reading ahead, two rows for each key that may be its; -1 for none. */
    private final int[] guesses = new int[2 * AHEAD];

    @SuppressWarnings("UnusedVariable") // so that reading ahead has a result, and is not left out
    private long touched;

    public StateTable(KeyGroupRange range, RowLayout layout) {
        this.range = range;
        this.layout = layout;
        this.groups = new @Nullable GroupTable[range.count()];
    }

    public RowLayout layout() {
        return layout;
    }

    public KeyGroupRange range() {
        return range;
    }

    /**
     * The rows of a key group.
     *
     * @param index as {@link KeyGroupRange#indexOf} gives it
     */
    public GroupTable group(int index) {
        GroupTable table = groups[index];
        return table == null ? create(index) : table;
    }

    /**
     * Reads ahead what looking for keys will need, so that the processor waits for all of it at
     * once, and not for each key's index and row one after the other. Changes nothing. Does nothing
     * for tables that are small enough to be in its caches.
     *
     * <p>In passes that do little each, as a processor looks ahead a limited number of
     * instructions: the fewer there are to a read, the more reads it waits for at a time.
     *
     * @param keyHashes stable hashes of keys
     * @param from the first that counts
     * @param to behind the last one
     */
    public void expect(int[] keyHashes, int from, int to) {
        for (int first = from; first < to; first += AHEAD) {
            GroupTable table = groupOf(keyHashes[first]);
            if (table != null && table.isLarge()) {
                int end = Math.min(to, first + AHEAD);
                touched = readIndexes(keyHashes, first, end);
                guessRows(keyHashes, first, end);
                touched += readRows(keyHashes, first, end);
            }
        }
    }

    private int readIndexes(int[] keyHashes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            GroupTable table = groupOf(keyHashes[i]);
            sum += table == null ? 0 : table.touchIndex(keyHashes[i]);
        }
        return sum;
    }

    private void guessRows(int[] keyHashes, int from, int to) {
        for (int i = from; i < to; i++) {
            GroupTable table = groupOf(keyHashes[i]);
            if (table != null) {
                table.guess(keyHashes[i], guesses, 2 * (i - from));
            }
        }
    }

    private long readRows(int[] keyHashes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            GroupTable table = groupOf(keyHashes[i]);
            if (table != null) {
                int first = guesses[2 * (i - from)];
                int second = guesses[2 * (i - from) + 1];
                sum += first < 0 ? 0 : table.touch(first);
                sum += second < 0 ? 0 : table.touch(second);
            }
        }
        return sum;
    }

    private @Nullable GroupTable groupOf(int keyHash) {
        int index = KeyGroups.ofHash(keyHash, range.maxParallelism()) - range.first();
        return index < 0 || index >= groups.length ? null : groups[index];
    }

    private GroupTable create(int index) {
        int group = range.first() + index;
        GroupTable table =
                layout.keys() == KeyKind.OBJECT
                        ? new ObjectKeyTable(layout, group)
                        : new LongKeyTable(layout, group);
        groups[index] = table;
        return table;
    }

    /** Goes through the groups that have a table, in order. */
    public void forEachGroup(Consumer<GroupTable> action) {
        for (GroupTable table : groups) {
            if (table != null) {
                action.accept(table);
            }
        }
    }

    /** Rows that are there. */
    public long size() {
        long[] sum = new long[1];
        forEachGroup(table -> sum[0] += table.size());
        return sum[0];
    }

    /** How often a row was looked for so far. */
    public long lookUps() {
        long[] sum = new long[1];
        forEachGroup(table -> sum[0] += table.lookUps());
        return sum[0];
    }

    /** Removes all rows. Snapshots that were taken keep theirs. */
    public void clear() {
        Arrays.fill(groups, null);
    }

    /**
     * Takes a snapshot, which is to be closed by who reads it.
     *
     * @param trackRemovals whether the next snapshot is to know what was removed since this one
     */
    public TableSnapshot snapshot(boolean trackRemovals) {
        TableSnapshot snapshot = new TableSnapshot();
        forEachGroup(table -> table.addTo(snapshot, trackRemovals));
        return snapshot;
    }
}
