package dev.millstream.api.common.accumulators;

/** Sums up doubles. */
public class DoubleCounter implements SimpleAccumulator<Double> {
    private static final long serialVersionUID = 1L;

    private double value;

    /** At the start. */
    public DoubleCounter() {}

    /** Starts from a value. */
    public DoubleCounter(double value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(double value) {
        this.value += value;
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
        value = 0;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        add(other.getLocalValue());
    }

    @Override
    public DoubleCounter clone() {
        return new DoubleCounter(value);
    }

    @Override
    public String toString() {
        return "DoubleCounter " + value;
    }
}
