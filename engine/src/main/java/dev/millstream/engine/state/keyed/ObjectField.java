package dev.millstream.engine.state.keyed;

import dev.millstream.engine.state.table.GroupTable;
import dev.millstream.engine.state.table.SnapshotRow;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of one state in the current key's row. */
final class ObjectField<T> implements StateField {
    private final StateRow home;
    private final int state;
    private final int field;
    private final String name;
    private final ObjectForm form;

    ObjectField(StateRow home, String name, ObjectForm form) {
        this.home = home;
        this.state = home.addState();
        this.field =
                form.isMutable()
                        ? home.table().layout().addMutable(form::copy)
                        : home.table().layout().addReference();
        this.name = name;
        this.form = form;
        home.register(this);
    }

    /** The current key's object, which may be changed if objects of this field may; or null. */
    @SuppressWarnings("unchecked") // the field holds nothing else
    @Nullable T get() {
        int row = home.findWith(state);
        if (row == StateRow.ABSENT) {
            return null;
        }
        return (T)
                (form.isMutable()
                        ? home.group().mutable(row, field)
                        : home.group().reference(row, field));
    }

    void set(T value) {
        int row = home.findOrAdd();
        home.group().setReference(row, field, value);
        home.nowHas(state);
    }

    void clear() {
        home.clear(state);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String form() {
        return form.name();
    }

    @Override
    public void write(SnapshotRow row, Output out) {
        form.write(Objects.requireNonNull(row.reference(field), name), out);
    }

    @Override
    public void read(GroupTable rows, int row, Input in) {
        rows.setReference(row, field, form.read(in));
    }
}
