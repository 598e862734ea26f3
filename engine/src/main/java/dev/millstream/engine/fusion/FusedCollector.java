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
    /** Every 16th record. */
    private static final int CHECK_MASK = 15;

    /** Of the steps of the generated method. */
    final OperatorContext[] contexts;

    /** Of the record that the flat map was given. */
    long timestamp = Output.NO_TIMESTAMP;

    private final Ending ending;

    /** Since the flat map was called. */
    private int emitted;

    FusedCollector(Ending ending, OperatorContext[] contexts) {
        this.ending = ending;
        this.contexts = contexts;
    }

    @Override
    public final void timestamp(long current) {
        timestamp = current;
        emitted = 0;
    }

    /**
     * Throws if the task is to end, now and then: a flat map may emit for ever. Of those that emit
     * a few records the JIT sees that nothing is to be done.
     */
    final void check() {
        if ((++emitted & CHECK_MASK) == 0) {
            ending.check();
        }
    }

    @Override
    public final void close() {}
}
