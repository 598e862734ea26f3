package dev.millstream.api.common.accumulators;

/** Keeps the lowest long; {@code Long.MAX_VALUE} while there is none. */
public class LongMinimum implements SimpleAccumulator<Long> {
    private static final long serialVersionUID = 1L;

    private long value = Long.MAX_VALUE;

    /** At the start. */
    public LongMinimum() {}

    /** Starts from a value. */
    public LongMinimum(long value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(long value) {
        this.value = Math.min(this.value, value);
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
        value = Long.MAX_VALUE;
    }

    @Override
    public void merge(Accumulator<Long, Long> other) {
        add(other.getLocalValue());
    }

    @Override
    public LongMinimum clone() {
        return new LongMinimum(value);
    }

    @Override
    public String toString() {
        return "LongMinimum " + value;
    }
}
