package dev.millstream.engine.state.keyed;

import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.SnapshotRow;
import dev.millstream.types.Input;
import dev.millstream.types.Output;

/**
 * A value that fits into a word.
 *
 * @param form its class
 */
record WordField(String name, String form, int field) implements StateField {
    @Override
    public void write(SnapshotRow row, Output out) {
        out.writeLong(row.word(field));
    }

    @Override
    public void read(GroupTable rows, int row, Input in) {
        rows.setWord(row, field, in.readLong());
    }
}
