package dev.millstream.engine.exchange.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A number that one thread increases and any may read. Opaque accesses: no reader sees half of a
 * long, nor an older value after a newer one, and nothing else is ordered by it.
 */
public final class Count {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Count.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // read through VALUE
    private long value;

    /** By the owner only. */
    public void add(long change) {
        VALUE.setOpaque(this, get() + change);
    }

    public long get() {
        return (long) VALUE.getOpaque(this);
    }
}
