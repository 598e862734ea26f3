package dev.millstream.engine.fusion;

import dev.millstream.api.common.functions.FilterFunction;
import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;

/** What a stateless operator does. */
public enum StepKind {
    /** One record for each record. */
    MAP(MapFunction.class, "map"),
    /** The records that a predicate accepts; it only looks at them. */
    FILTER(FilterFunction.class, "filter"),
    /** Any number of records for each record. */
    FLAT_MAP(FlatMapFunction.class, "flatMap");

    private final Class<?> function;
    private final String method;

    StepKind(Class<?> function, String method) {
        this.function = function;
        this.method = method;
    }

    /** The interface that is called. */
    Class<?> function() {
        return function;
    }

    /** Its only method. */
    String method() {
        return method;
    }
}
