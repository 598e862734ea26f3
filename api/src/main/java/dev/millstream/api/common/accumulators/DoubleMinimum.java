package dev.millstream.api.common.accumulators;

/** Keeps the lowest double; {@code Double.POSITIVE_INFINITY} while there is none. */
public class DoubleMinimum implements SimpleAccumulator<Double> {
    private static final long serialVersionUID = 1L;

    private double value = Double.POSITIVE_INFINITY;

    /** At the start. */
    public DoubleMinimum() {}

    /** Starts from a value. */
    public DoubleMinimum(double value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(double value) {
        this.value = Math.min(this.value, value);
    }

    @Override
    public void add(Double value) {
        add(value.doubleValue());
    }

    /** What this subtask has so far, without boxing it. */
    public double getLocalValuePrimitive() {
        return value;
    }

    @Override
    public Double getLocalValue() {
        return value;
    }

    @Override
    public void resetLocal() {
        value = Double.POSITIVE_INFINITY;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        add(other.getLocalValue());
    }

    @Override
    public DoubleMinimum clone() {
        return new DoubleMinimum(value);
    }

    @Override
    public String toString() {
        return "DoubleMinimum " + value;
    }
}
