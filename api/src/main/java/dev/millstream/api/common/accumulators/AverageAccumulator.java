package dev.millstream.api.common.accumulators;

/** The average of doubles; 0 while there is none. */
public class AverageAccumulator implements SimpleAccumulator<Double> {
    private static final long serialVersionUID = 1L;

    private long count;
    private double sum;

    /** At the start. */
    public AverageAccumulator() {}

    /** Starts from values that were added elsewhere. */
    public AverageAccumulator(long count, double sum) {
        this.count = count;
        this.sum = sum;
    }

    /** Takes a value in, without boxing it. */
    public void add(double value) {
        count++;
        sum += value;
    }

    @Override
    public void add(Double value) {
        add(value.doubleValue());
    }

    /** How many values there were. */
    public long getCount() {
        return count;
    }

    /** Their sum. */
    public double getSum() {
        return sum;
    }

    @Override
    public Double getLocalValue() {
        return count == 0 ? 0.0 : sum / count;
    }

    @Override
    public void resetLocal() {
        count = 0;
        sum = 0;
    }

    @Override
    public void merge(Accumulator<Double, Double> other) {
        if (!(other instanceof AverageAccumulator that)) {
            throw new IllegalArgumentException(
                    "An average can't be merged with a " + other.getClass().getName());
        }
        count += that.count;
        sum += that.sum;
    }

    @Override
    public AverageAccumulator clone() {
        return new AverageAccumulator(count, sum);
    }

    @Override
    public String toString() {
        return "AverageAccumulator " + getLocalValue() + " of " + count;
    }
}
