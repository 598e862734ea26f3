package dev.millstream.engine.specialization;

import java.util.function.LongUnaryOperator;

/** Stands for a user's function; each job is to have its own class of it. */
final class Twice implements LongUnaryOperator {
    @Override
    public long applyAsLong(long value) {
        return 2 * value;
    }
}
