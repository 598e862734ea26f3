package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.Function;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.util.Collector;
import java.util.List;

/**
 * What a function is given to emit by: each record gets the timestamp of the one that caused it.
 */
public interface TimedCollector extends Collector<Object> {
    /** Of the records from now on. */
    void timestamp(long current);

    /**
     * For one function, which is the only one to call it.
     *
     * @param next where the records go
     */
    static TimedCollector of(OperatorContext context, Function function, Output next) {
        return (TimedCollector)
                ClassCopies.create(
                        OutputCollector.class,
                        List.of(function, next),
                        context.scope().ending(),
                        next);
    }
}
