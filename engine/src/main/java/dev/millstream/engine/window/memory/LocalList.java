package dev.millstream.engine.window.memory;

import dev.millstream.api.common.state.ListState;
import java.util.ArrayList;
import java.util.List;

/** A list. */
final class LocalList<T> implements ListState<T>, LocalMerging {
    private List<T> values = new ArrayList<>();

    @Override
    public Iterable<T> get() {
        return values;
    }

    @Override
    public void add(T value) {
        values.add(value);
    }

    @Override
    public void update(List<T> newValues) {
        values = new ArrayList<>(newValues);
    }

    @Override
    public void addAll(List<T> more) {
        values.addAll(more);
    }

    @Override
    public void clear() {
        values = new ArrayList<>();
    }

    @Override
    @SuppressWarnings("unchecked") // both are the same state of two windows
    public void merge(LocalMerging other) {
        values.addAll(((LocalList<T>) other).values);
    }
}
