package dev.millstream.api.common.functions;

/** Decides which records stay. */
@FunctionalInterface
public interface FilterFunction<T> extends Function {
    /**
     * Judges a record.
     *
     * @return whether the record stays
     * @throws Exception whatever goes wrong: it fails the task
     */
    boolean filter(T value) throws Exception;
}
