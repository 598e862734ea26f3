package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** A long for each key, unboxed. */
final class LongValueState implements ValueState<Long> {
    private final StateRow home;
    private final int state;
    private final int field;
    private final @Nullable Long absent;

    LongValueState(StateRow home, String name, @Nullable Long absent) {
        this.home = home;
        this.state = home.addState();
        this.field = home.table().layout().addWord();
        home.register(new WordField(name, "long", field));
        this.absent = absent;
    }

    @Override
    public @Nullable Long value() {
        int row = home.findWith(state);
        if (row == StateRow.ABSENT) {
            Long value = absent;
            // Null itself, so that the JIT sees a null or a new object, and needs no object.
            return value == null ? null : value;
        }
        return home.group().word(row, field);
    }

    @Override
    public void update(@Nullable Long value) {
        if (value == null) {
            clear();
            return;
        }
        int row = home.findOrAdd();
        home.group().setWord(row, field, value);
        home.nowHas(state);
    }

    @Override
    public void clear() {
        home.clear(state);
    }
}
