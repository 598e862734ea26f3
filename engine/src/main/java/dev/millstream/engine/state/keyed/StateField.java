package dev.millstream.engine.state.keyed;

import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.SnapshotRow;
import dev.millstream.types.Input;
import dev.millstream.types.Output;

/** One state's part of a row, as snapshots see it. */
interface StateField {
    /** Names the state within its operator. */
    String name();

    /** What is written, for people: a snapshot is restored only into the same. */
    String form();

    void write(SnapshotRow row, Output out);

    void read(GroupTable rows, int row, Input in);
}
