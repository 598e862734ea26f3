package dev.millstream.engine.state.keyed;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An object of one state in the current key's row. */
final class ObjectField<T> {
    private final StateRow home;
    private final int state;
    private final int field;
    private final boolean mutable;

    private ObjectField(StateRow home, int state, int field, boolean mutable) {
        this.home = home;
        this.state = state;
        this.field = field;
        this.mutable = mutable;
    }

    /** For objects that never change. */
    static <T> ObjectField<T> immutable(StateRow home) {
        int state = home.addState();
        return new ObjectField<>(home, state, home.table().layout().addReference(), false);
    }

    /**
     * For objects that may change.
     *
     * @param copier makes one that shares nothing that may change
     */
    static <T> ObjectField<T> mutable(StateRow home, UnaryOperator<Object> copier) {
        int state = home.addState();
        return new ObjectField<>(home, state, home.table().layout().addMutable(copier), true);
    }

    /** The current key's object, which may be changed if objects of this field may; or null. */
    @SuppressWarnings("unchecked") // the field holds nothing else
    @Nullable T get() {
        int row = home.findWith(state);
        if (row == StateRow.ABSENT) {
            return null;
        }
        return (T)
                (mutable ? home.group().mutable(row, field) : home.group().reference(row, field));
    }

    void set(T value) {
        int row = home.findOrAdd();
        home.group().setReference(row, field, value);
        home.nowHas(state);
    }

    void clear() {
        home.clear(state);
    }
}
