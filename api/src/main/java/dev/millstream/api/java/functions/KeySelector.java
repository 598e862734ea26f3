package dev.millstream.api.java.functions;

import dev.millstream.api.common.functions.Function;

/** Extracts a record's key. */
@FunctionalInterface
public interface KeySelector<IN, KEY> extends Function {
    /**
     * Must give the same key for the same record, in every process; never null.
     *
     * @throws Exception whatever goes wrong: it fails the task
     */
    KEY getKey(IN value) throws Exception;
}
