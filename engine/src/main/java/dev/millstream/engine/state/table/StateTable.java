package dev.millstream.engine.state.table;

import dev.millstream.engine.state.KeyGroupRange;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all key groups of a subtask. One for the small state of an operator's keys; one for
 * each slice of a window, to be dropped as a whole. Belongs to the task's thread.
 */
public final class StateTable {
    private final KeyGroupRange range;
    private final RowLayout layout;
    private final @Nullable GroupTable[] groups;

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
