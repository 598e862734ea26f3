package dev.millstream.api.common.accumulators;

/** Keeps the highest double; {@code Double.NEGATIVE_INFINITY} while there is none. */
public class DoubleMaximum implements SimpleAccumulator<Double> {
    private static final long serialVersionUID = 1L;

    private double value = Double.NEGATIVE_INFINITY;

    /** At the start. */
    public DoubleMaximum() {}

    /** Starts from a value. */
    public DoubleMaximum(double value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(double value) {
        this.value = Math.max(this.value, value);
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
        value = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        add(other.getLocalValue());
    }

    @Override
    public DoubleMaximum clone() {
        return new DoubleMaximum(value);
    }

    @Override
    public String toString() {
        return "DoubleMaximum " + value;
    }
}
