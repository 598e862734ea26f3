package dev.millstream.engine.source;

import dev.millstream.api.common.eventtime.NoWatermarksGenerator;
import dev.millstream.api.common.eventtime.TimestampAssigner;
import dev.millstream.api.common.eventtime.TimestampAssignerSupplier;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.common.eventtime.WatermarkGeneratorSupplier;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.source.SourceOutput;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.util.clock.RelativeClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reader's records: those of each split apart, and those of which it doesn't say to which
 * split they belong, which count as one more split once there are any.
 */
final class SplitOutputs {
    private static final TimestampAssignerSupplier.Context ASSIGNER =
            new TimestampAssignerSupplier.Context() {};

    private final WatermarkStrategy<Object> strategy;
    private final RelativeClock clock;

    /** In batch mode event time plays no part: it ends with the input. */
    private final boolean batch;

    private final Output next;
    private final SourceWatermarks watermarks;
    private final Map<String, SplitOutput> splits = new TreeMap<>();
    private @Nullable SplitOutput unnamed;

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

    /** What the reader is given: takes records of no split, and gives out outputs for splits. */
    SplitOutput forReader() {
        SplitOutput output = unnamed;
        if (output == null) {
            output = newOutput();
            unnamed = output;
        }
        return output;
    }

    SourceOutput<Object> createOutputForSplit(String splitId) {
        SplitOutput output = splits.get(splitId);
        if (output == null) {
            output = newOutput();
            var _ = output.watermark(); // a split counts from its beginning
            splits.put(splitId, output);
        }
        return output;
    }

    void releaseOutputForSplit(String splitId) {
        SplitOutput output = splits.remove(splitId);
        if (output != null) {
            watermarks.remove(output.watermark());
        }
    }

    /** The reader has got more splits. */
    void splitsAssigned() {
        watermarks.assigned();
    }

    void emitPeriodically() {
        watermarks.changed(); // a reader without splits is idle, though nothing has changed
        for (SplitOutput output : splits.values()) {
            output.emitPeriodically();
        }
        if (unnamed != null) {
            unnamed.emitPeriodically();
        }
    }

    /** See {@link SourceWatermarks#nothingToRead}. */
    void nothingToRead(boolean nothing) {
        watermarks.nothingToRead(nothing);
    }

    SplitWatermark addWatermark() {
        return watermarks.add();
    }

    private SplitOutput newOutput() {
        WatermarkGeneratorSupplier.Context context = () -> clock;
        TimestampAssigner<Object> assigner = strategy.createTimestampAssigner(ASSIGNER);
        WatermarkGenerator<Object> generator =
                batch ? new NoWatermarksGenerator<>() : strategy.createWatermarkGenerator(context);
        return (SplitOutput)
                ClassCopies.create(
                        RecordOutput.class,
                        List.of(assigner, generator, next),
                        this,
                        next,
                        assigner,
                        generator);
    }
}
