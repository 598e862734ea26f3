package dev.millstream.engine.watermark;

import dev.millstream.api.common.eventtime.TimestampAssigner;
import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.common.eventtime.WatermarkOutput;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.Outputs;

/**
 * Gives records timestamps, and the stream watermarks. Those that come are ignored but for the end
 * of time; idleness counts, whoever finds it. A template for class copies.
 */
public final class TimestampsOperator extends Operator implements Output {
    private final TimestampAssigner<Object> assigner;
    private final WatermarkGenerator<Object> generator;
    private final Output next;
    private final WatermarkOutput emitted;
    private final long intervalMs;

    /**
     * @param intervalMs how often the generator is asked; 0 for never
     */
    public TimestampsOperator(
            OperatorContext context,
            TimestampAssigner<Object> assigner,
            WatermarkGenerator<Object> generator,
            GeneratedWatermarks emitted,
            long intervalMs,
            Outputs outputs) {
        super(context, outputs.all());
        this.assigner = assigner;
        this.generator = generator;
        this.next = outputs.main();
        this.emitted = emitted;
        this.intervalMs = intervalMs;
    }

    @Override
    public void open() {
        if (intervalMs > 0) {
            Periodic.start(context(), generator, emitted, intervalMs);
        }
    }

    @Override
    public void process(Object value, long timestamp) {
        long assigned;
        try {
            assigned = assigner.extractTimestamp(value, timestamp);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
        next.process(value, assigned);
        try {
            generator.onEvent(value, assigned, emitted);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context().userFailure(t);
        }
    }

    @Override
    public void watermark(long timestamp) {
        if (timestamp == Long.MAX_VALUE) {
            emitted.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }

    @Override
    public void watermarkStatus(boolean idle) {
        ((GeneratedWatermarks) emitted).inputIdle(idle);
    }
}
