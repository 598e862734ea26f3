package dev.millstream.engine.source;

import dev.millstream.api.common.eventtime.TimestampAssigner;
import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.connector.source.SourceOutput;
import dev.millstream.engine.operator.Output;
import org.jspecify.annotations.Nullable;

/** Pushes records into the chain, and lets their generator see them. */
final class RecordOutput implements SplitOutput {
    private final SplitOutputs all;
    private final Output next;
    private final TimestampAssigner<Object> assigner;
    private final WatermarkGenerator<Object> generator;

    /** Null until there is something to emit: only then does it take part in event time. */
    private @Nullable SplitWatermark watermark;

    RecordOutput(
            SplitOutputs all,
            Output next,
            TimestampAssigner<Object> assigner,
            WatermarkGenerator<Object> generator) {
        this.all = all;
        this.next = next;
        this.assigner = assigner;
        this.generator = generator;
    }

    @Override
    public void collect(Object value) {
        collect(value, TimestampAssigner.NO_TIMESTAMP);
    }

    @Override
    public void collect(Object value, long timestamp) {
        SplitWatermark part = watermark();
        long assigned = assigner.extractTimestamp(value, timestamp);
        next.process(value, assigned);
        // After the record: a watermark that it causes must not overtake it.
        generator.onEvent(value, assigned, part);
    }

    @Override
    public void emitWatermark(Watermark sources) {
        watermark().emitWatermark(sources);
    }

    @Override
    public void markIdle() {
        watermark().markIdle();
    }

    @Override
    public void markActive() {
        watermark().markActive();
    }

    @Override
    public void emitPeriodically() {
        SplitWatermark part = watermark;
        if (part != null) {
            generator.onPeriodicEmit(part);
        }
    }

    @Override
    public SplitWatermark watermark() {
        SplitWatermark part = watermark;
        if (part == null) {
            part = all.addWatermark();
            watermark = part;
        }
        return part;
    }

    @Override
    public SourceOutput<Object> createOutputForSplit(String splitId) {
        return all.createOutputForSplit(splitId);
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        all.releaseOutputForSplit(splitId);
    }
}
