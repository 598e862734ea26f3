package dev.millstream.api.common.functions;

/** Combines two records of one key into one; must be associative. */
@FunctionalInterface
public interface ReduceFunction<T> extends Function {
    /**
     * Combines two records.
     *
     * @param value1 the combination of the records so far
     * @param value2 the next one
     * @throws Exception whatever goes wrong: it fails the task
     */
    T reduce(T value1, T value2) throws Exception;
}
