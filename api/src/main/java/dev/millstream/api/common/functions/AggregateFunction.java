package dev.millstream.api.common.functions;

import org.jspecify.annotations.Nullable;

/**
 * Adds records up in an accumulator. {@link #merge} is called for windows that merge, such as
 * sessions, and otherwise only if the function is {@link Mergeable}.
 *
 * @param <IN> records
 * @param <ACC> accumulators; may be changed in place
 * @param <OUT> results
 */
public interface AggregateFunction<IN, ACC, OUT> extends Function {
    /** A new accumulator, to which nothing was added. */
    ACC createAccumulator();

    /**
     * Adds a record.
     *
     * @param value as it came; not to be changed
     * @param accumulator what has been added so far; may be changed and returned
     * @return the accumulator from now on
     */
    ACC add(IN value, ACC accumulator);

    /** The result of what was added so far. Must leave the accumulator as it is. */
    OUT getResult(ACC accumulator);

    /**
     * Combines two accumulators.
     *
     * @param a may be changed and returned
     * @param b as well, unless the function is {@link Mergeable}
     * @return the accumulator from now on
     */
    @Nullable ACC merge(ACC a, ACC b);
}
