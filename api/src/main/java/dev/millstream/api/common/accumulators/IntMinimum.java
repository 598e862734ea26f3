package dev.millstream.api.common.accumulators;

/** Keeps the lowest int; {@code Integer.MAX_VALUE} while there is none. */
public class IntMinimum implements SimpleAccumulator<Integer> {
    private static final long serialVersionUID = 1L;

    private int value = Integer.MAX_VALUE;

    /** At the start. */
    public IntMinimum() {}

    /** Starts from a value. */
    public IntMinimum(int value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(int value) {
        this.value = Math.min(this.value, value);
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
        value = Integer.MAX_VALUE;
    }

    @Override
    public void merge(Accumulator<Integer, Integer> other) {
        add(other.getLocalValue());
    }

    @Override
    public IntMinimum clone() {
        return new IntMinimum(value);
    }

    @Override
    public String toString() {
        return "IntMinimum " + value;
    }
}
