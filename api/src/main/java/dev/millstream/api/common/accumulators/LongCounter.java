package dev.millstream.api.common.accumulators;

/** Sums up longs. */
public class LongCounter implements SimpleAccumulator<Long> {
    private static final long serialVersionUID = 1L;

    private long value;

    /** At the start. */
    public LongCounter() {}

    /** Starts from a value. */
    public LongCounter(long value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(long value) {
        this.value += value;
    }

    @Override
    public void add(Long value) {
        add(value.longValue());
    }

    /** What this subtask has so far, without boxing it. */
    public long getLocalValuePrimitive() {
        return value;
    }

    @Override
    public Long getLocalValue() {
        return value;
    }

    @Override
    public void resetLocal() {
        value = 0;
    }

    @Override
    public void merge(Accumulator<Long, Long> other) {
        add(other.getLocalValue());
    }

    @Override
    public LongCounter clone() {
        return new LongCounter(value);
    }

    @Override
    public String toString() {
        return "LongCounter " + value;
    }
}
