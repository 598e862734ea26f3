package dev.millstream.api.common.accumulators;

/** Sums up ints. */
public class IntCounter implements SimpleAccumulator<Integer> {
    private static final long serialVersionUID = 1L;

    private int value;

    /** At the start. */
    public IntCounter() {}

    /** Starts from a value. */
    public IntCounter(int value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(int value) {
        this.value += value;
    }

    @Override
    public void add(Integer value) {
        add(value.intValue());
    }

    /** What this subtask has so far, without boxing it. */
    public int getLocalValuePrimitive() {
        return value;
    }

    @Override
    public Integer getLocalValue() {
        return value;
    }

    @Override
    public void resetLocal() {
        value = 0;
    }

    @Override
    public void merge(Accumulator<Integer, Integer> other) {
        add(other.getLocalValue());
    }

    @Override
    public IntCounter clone() {
        return new IntCounter(value);
    }

    @Override
    public String toString() {
        return "IntCounter " + value;
    }
}
