package dev.millstream.api.common.functions;

/** Makes one record of a pair of records that belong together. */
@FunctionalInterface
public interface JoinFunction<IN1, IN2, OUT> extends Function {
    /**
     * Joins two records.
     *
     * @throws Exception whatever goes wrong: it fails the task
     */
    OUT join(IN1 first, IN2 second) throws Exception;
}
