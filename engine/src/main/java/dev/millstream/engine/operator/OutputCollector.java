package dev.millstream.engine.operator;

import dev.millstream.engine.thread.Ending;

/** Pushes what a function emits to the next operator. */
final class OutputCollector implements TimedCollector {
    private final Output next;
    private final Ending ending;
    private long timestamp = Output.NO_TIMESTAMP;

    OutputCollector(Ending ending, Output next) {
        this.ending = ending;
        this.next = next;
    }

    @Override
    public void timestamp(long current) {
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
