package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.ListState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A list for each key. */
final class HeapListState<T> implements ListState<T> {
    private final ObjectField<List<T>> field;

    HeapListState(ObjectField<List<T>> field) {
        this.field = field;
    }

    @Override
    public Iterable<T> get() {
        List<T> values = field.get();
        return values == null ? List.of() : Collections.unmodifiableList(values);
    }

    @Override
    public void add(T value) {
        Objects.requireNonNull(value, "A list state can't hold null");
        List<T> values = field.get();
        if (values == null) {
            values = new ArrayList<>(1);
            field.set(values);
        }
        values.add(value);
    }

    @Override
    public void update(List<T> values) {
        if (values.isEmpty()) {
            field.clear();
        } else {
            values.forEach(value -> Objects.requireNonNull(value, "A list state can't hold null"));
            field.set(new ArrayList<>(values));
        }
    }

    @Override
    public void addAll(List<T> values) {
        values.forEach(this::add);
    }

    @Override
    public void clear() {
        field.clear();
    }
}
