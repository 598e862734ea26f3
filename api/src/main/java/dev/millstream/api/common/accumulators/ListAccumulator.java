package dev.millstream.api.common.accumulators;

import java.util.ArrayList;

/**
 * Keeps all that is added, in no particular order over subtasks. For little data: it is all in
 * memory.
 */
@SuppressWarnings("NonApiType") // the signatures that users know
public class ListAccumulator<T> implements Accumulator<T, ArrayList<T>> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<T> values = new ArrayList<>();

    @Override
    public void add(T value) {
        values.add(value);
    }

    /** The list itself. */
    @Override
    public ArrayList<T> getLocalValue() {
        return values;
    }

    @Override
    public void resetLocal() {
        values.clear();
    }

    @Override
    public void merge(Accumulator<T, ArrayList<T>> other) {
        values.addAll(other.getLocalValue());
    }

    @Override
    public ListAccumulator<T> clone() {
        ListAccumulator<T> copy = new ListAccumulator<>();
        copy.values.addAll(values);
        return copy;
    }

    @Override
    public String toString() {
        return "ListAccumulator " + values;
    }
}
