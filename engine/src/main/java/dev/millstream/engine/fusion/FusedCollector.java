package dev.millstream.engine.fusion;

import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.TimedCollector;
import dev.millstream.engine.thread.Ending;

/**
 * What a flat map is given to emit by. Generated classes extend it: they have the calls of the
 * functions that follow, up to the next flat map.
 */
public abstract class FusedCollector implements TimedCollector {
    /** Of the steps of the generated method. */
    final OperatorContext[] contexts;

    /** Of the record that the flat map was given. */
    long timestamp = Output.NO_TIMESTAMP;

    private final Ending ending;

    FusedCollector(Ending ending, OperatorContext[] contexts) {
        this.ending = ending;
        this.contexts = contexts;
    }

    @Override
    public final void timestamp(long current) {
        timestamp = current;
    }

    /** Throws if the task is to end: a flat map may emit for ever. */
    final void check() {
        ending.check();
    }

    @Override
    public final void close() {}
}
