package dev.millstream.engine.state.table;

import java.util.ArrayList;
import java.util.List;

/** Snapshots of a table that are being read. Immutable. */
final class ActiveSnapshots {
    static final ActiveSnapshots NONE = new ActiveSnapshots(List.of());

    /**
     * @param version the last one that the snapshot has
     */
    private record Active(TableSnapshot snapshot, long version) {}

    private final List<Active> active;

    private ActiveSnapshots(List<Active> active) {
        this.active = active;
    }

    boolean isEmpty() {
        return active.isEmpty();
    }

    ActiveSnapshots with(TableSnapshot snapshot, long version) {
        List<Active> more = new ArrayList<>(active);
        more.add(new Active(snapshot, version));
        return new ActiveSnapshots(List.copyOf(more));
    }

    ActiveSnapshots withoutFinished() {
        if (active.isEmpty()) {
            return this;
        }
        List<Active> left = new ArrayList<>(active);
        left.removeIf(each -> each.snapshot.isClosed());
        return left.isEmpty() ? NONE : new ActiveSnapshots(List.copyOf(left));
    }

    /**
     * Copies a block that is about to be changed for the first time since, for all snapshots that
     * have it as it is.
     *
     * @return whether there are such
     */
    boolean preserve(RowBlocks rows, int block) {
        if (active.isEmpty()) {
            return false;
        }
        BlockCopy copy = null;
        for (Active each : active) {
            if (each.version >= rows.versions[block]) {
                copy = copy == null ? BlockCopy.of(rows, block) : copy;
                each.snapshot.preserve(rows.group, block, copy);
            }
        }
        return copy != null;
    }
}
