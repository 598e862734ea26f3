package dev.millstream.engine.specialization;

import java.util.function.LongUnaryOperator;

/** A template: calls what it is given. */
final class Relay implements LongUnaryOperator {
    private final LongUnaryOperator next;

    Relay(LongUnaryOperator next) {
        this.next = next;
    }

    @Override
    public long applyAsLong(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        return next.applyAsLong(value) + 1;
    }
}
