package dev.millstream.engine.operator;

import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.value.ValueCopier;

/**
 * Gives the next operator copies of what can change, so that neither side sees what the other does
 * to its object later.
 */
public final class CopyingOutput implements Output {
    private final OperatorContext context;
    private final ValueCopier copier;
    private final Output next;

    /**
     * @param context of the operator that emits, for errors
     */
    public CopyingOutput(OperatorContext context, ValueCopier copier, Output next) {
        this.context = context;
        this.copier = copier;
        this.next = next;
    }

    @Override
    public void process(Object value, long timestamp) {
        Object copy;
        try {
            copy = value == null ? value : copier.copy(value);
        } catch (UnsupportedTypeException e) {
            throw context.permanentFailure(
                    "emits a record that can't be copied for the next operator. Make its class"
                            + " one that can, or call enableObjectReuse() if no function keeps or"
                            + " changes records.",
                    e);
        }
        next.process(copy, timestamp);
    }

    @Override
    public void watermark(long timestamp) {
        next.watermark(timestamp);
    }

    @Override
    public void watermarkStatus(boolean idle) {
        next.watermarkStatus(idle);
    }
}
