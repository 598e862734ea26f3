package dev.millstream.engine.operator;

/**
 * What all operators have in common: their life, and the way of event time through them. Records
 * don't come by here: each kind of operator is one final class that takes a record and pushes its
 * own to the next operator, which it holds in a field.
 *
 * <p>Belongs to the task's thread. Life: {@link #open}, records and watermarks, {@link #endInput},
 * {@link #drain}, {@link #close}; the last one also after a failure of any of the others.
 */
public abstract class Operator {
    private final OperatorContext context;
    private final Output events;
    private long watermark = Long.MIN_VALUE;

    /**
     * @param events all outputs of the operator
     */
    protected Operator(OperatorContext context, Output events) {
        this.context = context;
        this.events = events;
    }

    public final OperatorContext context() {
        return context;
    }

    /** Called before the first record, the last operator of the chain first. */
    public void open() {}

    /** No record will come. What the operator has kept it emits now. */
    public void endInput() {}

    /** All is emitted and handed over. Returns when nobody needs the operator any more. */
    public void drain() {}

    /** Called once at the end, if {@link #open} was called. */
    public void close() {}

    /** Event time has come to the operator's input. */
    public void watermark(long timestamp) {
        watermark = timestamp;
        events.watermark(timestamp);
    }

    /** The operator's input is idle, or no longer so. */
    public void watermarkStatus(boolean idle) {
        events.watermarkStatus(idle);
    }

    /** The last one that came; {@link Long#MIN_VALUE} before the first. */
    protected final long lastWatermark() {
        return watermark;
    }
}
