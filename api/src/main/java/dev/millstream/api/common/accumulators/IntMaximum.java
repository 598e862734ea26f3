package dev.millstream.api.common.accumulators;

/** Keeps the highest int; {@code Integer.MIN_VALUE} while there is none. */
public class IntMaximum implements SimpleAccumulator<Integer> {
    private static final long serialVersionUID = 1L;

    private int value = Integer.MIN_VALUE;

    /** At the start. */
    public IntMaximum() {}

    /** Starts from a value. */
    public IntMaximum(int value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(int value) {
        this.value = Math.max(this.value, value);
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
        value = Integer.MIN_VALUE;
    }

    @Override
    public void merge(Accumulator<Integer, Integer> other) {
        add(other.getLocalValue());
    }

    @Override
    public IntMaximum clone() {
        return new IntMaximum(value);
    }

    @Override
    public String toString() {
        return "IntMaximum " + value;
    }
}
