package dev.millstream.engine.operator;

import dev.millstream.engine.exchange.element.StreamEvent;
import dev.millstream.engine.exchange.output.RecordWriter;

/** Writes to a result of the task, for operators that run in other tasks. */
public final class ResultOutput implements Output {
    private final OperatorContext context;
    private final RecordWriter writer;

    /**
     * @param context of the operator that emits, for errors
     */
    public ResultOutput(OperatorContext context, RecordWriter writer) {
        this.context = context;
        this.writer = writer;
    }

    @Override
    public void process(Object value, long timestamp) {
        try {
            writer.emit(value, timestamp);
        } catch (RuntimeException e) {
            throw context.outputFailure(e);
        }
    }

    @Override
    public void watermark(long timestamp) {
        broadcast(new StreamEvent.Watermark(timestamp));
    }

    @Override
    public void watermarkStatus(boolean idle) {
        broadcast(new StreamEvent.WatermarkStatus(idle));
    }

    private void broadcast(StreamEvent event) {
        try {
            writer.broadcast(event);
        } catch (RuntimeException e) {
            throw context.outputFailure(e);
        }
    }
}
