package dev.millstream.api.common.functions;

/** Makes one record of each record. */
@FunctionalInterface
public interface MapFunction<T, O> extends Function {
    /**
     * Makes the record.
     *
     * @throws Exception whatever goes wrong: it fails the task
     */
    O map(T value) throws Exception;
}
