package dev.millstream.api.common.accumulators;

/** Keeps the highest long; {@code Long.MIN_VALUE} while there is none. */
public class LongMaximum implements SimpleAccumulator<Long> {
    private static final long serialVersionUID = 1L;

    private long value = Long.MIN_VALUE;

    /** At the start. */
    public LongMaximum() {}

    /** Starts from a value. */
    public LongMaximum(long value) {
        this.value = value;
    }

    /** Takes a value in, without boxing it. */
    public void add(long value) {
        this.value = Math.max(this.value, value);
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
        value = Long.MIN_VALUE;
    }

    @Override
    public void merge(Accumulator<Long, Long> other) {
        add(other.getLocalValue());
    }

    @Override
    public LongMaximum clone() {
        return new LongMaximum(value);
    }

    @Override
    public String toString() {
        return "LongMaximum " + value;
    }
}
