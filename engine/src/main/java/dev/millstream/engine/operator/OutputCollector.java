package dev.millstream.engine.operator;

import dev.millstream.engine.thread.Ending;
import dev.millstream.util.Collector;

/**
 * What a function is given to emit by: each record gets the timestamp of the one that caused it.
 */
final class OutputCollector implements Collector<Object> {
    private final Output next;
    private final Ending ending;
    private long timestamp = Output.NO_TIMESTAMP;

    OutputCollector(OperatorContext context, Output next) {
        this.ending = context.scope().ending();
        this.next = next;
    }

    void timestamp(long current) {
        timestamp = current;
    }

    @Override
    public void collect(Object value) {
        ending.check();
        next.process(value, timestamp);
    }

    @Override
    public void close() {}
}
