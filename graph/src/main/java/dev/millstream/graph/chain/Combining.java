package dev.millstream.graph.chain;

import dev.millstream.api.common.functions.ReduceFunction;

/**
 * Marks a built-in aggregate that runs in the tasks that send records, on what each of them has: so
 * that less crosses. The whole aggregate follows behind the exchange.
 *
 * @param function the aggregate
 */
public record Combining<T>(ReduceFunction<T> function) implements ReduceFunction<T> {
    @Override
    public T reduce(T value1, T value2) throws Exception {
        return function.reduce(value1, value2);
    }
}
