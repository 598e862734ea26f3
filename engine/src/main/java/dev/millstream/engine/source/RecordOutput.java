package dev.millstream.engine.source;

import dev.millstream.api.common.eventtime.TimestampAssigner;
import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.connector.source.SourceOutput;
import dev.millstream.engine.operator.Output;

/** Takes the records of one split, and lets its generator see them. */
final class RecordOutput implements SourceOutput<Object> {
    private final Output next;
    private final TimestampAssigner<Object> assigner;
    private final WatermarkGenerator<Object> generator;
    private final SplitWatermark watermark;

    RecordOutput(
            Output next,
            TimestampAssigner<Object> assigner,
            WatermarkGenerator<Object> generator,
            SplitWatermark watermark) {
        this.next = next;
        this.assigner = assigner;
        this.generator = generator;
        this.watermark = watermark;
    }

    @Override
    public void collect(Object value) {
        collect(value, TimestampAssigner.NO_TIMESTAMP);
    }

    @Override
    public void collect(Object value, long timestamp) {
        long assigned = assigner.extractTimestamp(value, timestamp);
        next.process(value, assigned);
        // After the record: a watermark that it causes must not overtake it.
        generator.onEvent(value, assigned, watermark);
    }

    @Override
    public void emitWatermark(Watermark sources) {
        watermark.emitWatermark(sources);
    }

    @Override
    public void markIdle() {
        watermark.markIdle();
    }

    @Override
    public void markActive() {
        watermark.markActive();
    }

    void emitPeriodically() {
        generator.onPeriodicEmit(watermark);
    }

    SplitWatermark watermark() {
        return watermark;
    }
}
