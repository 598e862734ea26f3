package dev.millstream.engine.source;

import dev.millstream.api.common.eventtime.NoWatermarksGenerator;
import dev.millstream.api.common.eventtime.TimestampAssigner;
import dev.millstream.api.common.eventtime.TimestampAssignerSupplier;
import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.common.eventtime.WatermarkGeneratorSupplier;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.SourceOutput;
import dev.millstream.engine.operator.Output;
import dev.millstream.util.clock.RelativeClock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reader's records: those of each split apart, and those of which it doesn't say to which
 * split they belong, which count as one more split once there are any.
 */
final class SplitOutputs implements ReaderOutput<Object> {
    private static final TimestampAssignerSupplier.Context ASSIGNER =
            new TimestampAssignerSupplier.Context() {};

    private final WatermarkStrategy<Object> strategy;
    private final RelativeClock clock;

    /** In batch mode event time plays no part: it ends with the input. */
    private final boolean batch;

    private final Output next;
    private final SourceWatermarks watermarks;
    private final Map<String, RecordOutput> splits = new TreeMap<>();
    private @Nullable RecordOutput unnamed;

    SplitOutputs(
            WatermarkStrategy<Object> strategy,
            RelativeClock clock,
            boolean batch,
            Output next,
            Output events) {
        this.strategy = strategy;
        this.clock = clock;
        this.batch = batch;
        this.next = next;
        this.watermarks = new SourceWatermarks(events);
    }

    @Override
    public SourceOutput<Object> createOutputForSplit(String splitId) {
        RecordOutput output = splits.get(splitId);
        if (output == null) {
            output = newOutput();
            splits.put(splitId, output);
        }
        return output;
    }

    @Override
    public void releaseOutputForSplit(String splitId) {
        RecordOutput output = splits.remove(splitId);
        if (output != null) {
            watermarks.remove(output.watermark());
        }
    }

    @Override
    public void collect(Object value) {
        unnamed().collect(value);
    }

    @Override
    public void collect(Object value, long timestamp) {
        unnamed().collect(value, timestamp);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        unnamed().emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
        unnamed().markIdle();
    }

    @Override
    public void markActive() {
        unnamed().markActive();
    }

    /** The reader has got more splits. */
    void splitsAssigned() {
        watermarks.assigned();
    }

    void emitPeriodically() {
        watermarks.changed(); // a reader without splits is idle, though nothing has changed
        for (RecordOutput output : splits.values()) {
            output.emitPeriodically();
        }
        if (unnamed != null) {
            unnamed.emitPeriodically();
        }
    }

    private RecordOutput unnamed() {
        RecordOutput output = unnamed;
        if (output == null) {
            output = newOutput();
            unnamed = output;
        }
        return output;
    }

    private RecordOutput newOutput() {
        WatermarkGeneratorSupplier.Context context = () -> clock;
        TimestampAssigner<Object> assigner = strategy.createTimestampAssigner(ASSIGNER);
        WatermarkGenerator<Object> generator =
                batch ? new NoWatermarksGenerator<>() : strategy.createWatermarkGenerator(context);
        return new RecordOutput(next, assigner, generator, watermarks.add());
    }
}
