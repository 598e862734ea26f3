package dev.millstream.engine.state.table;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A table's rows as they were at one moment. Taken by the table's thread, in a time that does not
 * depend on the number of rows; then read by one thread, which may be another, while the table is
 * changed. To be closed by the reader: until then, what is changed is copied first.
 *
 * <p>A block that nobody has changed since is read in place, copied by the reader without a lock:
 * the writer, before its first change of a block, leaves a copy here; so if there is none after
 * reading, what was read is what was there when the snapshot was taken.
 */
public final class TableSnapshot implements AutoCloseable {
    /** Which rows are wanted. */
    public enum Scope {
        /** All. */
        EVERYTHING,
        /** Those added, changed or removed since the snapshot before. */
        CHANGES
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Takes one.
         *
         * @param row valid during the call only
         */
        void row(SnapshotRow row);
    }

    private final List<SnapshotPart> parts = new ArrayList<>();

    // Hands blocks from the table's thread to the reader's. Looked up by block, never iterated.
    private final ConcurrentMap<Long, BlockCopy> preserved = new ConcurrentHashMap<>();

    // Set by the reader, seen by the table's thread at its next change; nothing depends on when.
    private volatile boolean closed;

    TableSnapshot() {}

    void add(SnapshotPart part) {
        parts.add(part);
    }

    /** Called by the table's thread before it changes the block. */
    void preserve(int group, int block, BlockCopy copy) {
        preserved.put(keyOf(group, block), copy);
        VarHandle.fullFence(); // whoever sees a change that follows sees the copy
    }

    private static long keyOf(int group, int block) {
        return ((long) group << 32) | block;
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets go of everything. The table needn't copy anything for this snapshot any more. */
    @Override
    public void close() {
        closed = true;
        preserved.clear();
    }

    /** The key groups that have a table, in order. */
    public List<Integer> groups() {
        return parts.stream().map(part -> part.group).toList();
    }

    /**
     * Whether {@link Scope#CHANGES} says all that has changed in a key group: the snapshot before
     * asked for it, and not too many rows were removed since.
     */
    public boolean changesKnown(int group) {
        return parts.stream()
                .filter(part -> part.group == group)
                .allMatch(part -> part.removalsKnown);
    }

    /** Goes through the rows of one key group. */
    public void forEach(int group, Scope scope, Visitor visitor) {
        for (SnapshotPart part : parts) {
            if (part.group == group) {
                for (int block = 0; block < part.blocks; block++) {
                    visit(part, block, scope, visitor);
                }
            }
        }
    }

    private void visit(SnapshotPart part, int block, Scope scope, Visitor visitor) {
        BlockCopy copy = read(part, block);
        if (scope == Scope.CHANGES && copy.version() != part.version) {
            return;
        }
        SnapshotRow row = new SnapshotRow(part, copy);
        for (int word = 0; word < RowBlocks.MARK_WORDS; word++) {
            long live = copy.live()[word];
            long wanted =
                    switch (scope) {
                        case EVERYTHING -> live;
                        case CHANGES -> copy.dirty()[word];
                    };
            for (; wanted != 0; wanted &= wanted - 1) {
                int bit = Long.numberOfTrailingZeros(wanted);
                row.moveTo(word * Long.SIZE + bit, (live & (1L << bit)) == 0);
                visitor.row(row);
            }
        }
    }

    private BlockCopy read(SnapshotPart part, int block) {
        @Nullable BlockCopy left = preserved.get(keyOf(part.group, block));
        if (left != null) {
            return left;
        }
        BlockCopy read = part.copy(block);
        VarHandle.fullFence(); // a change that was read makes the copy seen below
        left = preserved.get(keyOf(part.group, block));
        return left == null ? read : left;
    }
}
