package dev.millstream.engine.chain;

import dev.millstream.api.common.eventtime.NoWatermarksGenerator;
import dev.millstream.api.common.eventtime.TimestampAssigner;
import dev.millstream.api.common.eventtime.TimestampAssignerSupplier;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.common.eventtime.WatermarkGeneratorSupplier;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.engine.operator.Isolation;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Outputs;
import dev.millstream.engine.source.SourceLinks;
import dev.millstream.engine.specialization.ClassCopies;
import dev.millstream.engine.watermark.GeneratedWatermarks;
import dev.millstream.engine.watermark.TimestampsOperator;
import dev.millstream.streaming.api.operations.Operation;
import java.util.List;

/** Makes the operators that have to do with event time and windows. */
final class TimeOperators {
    private static final TimestampAssignerSupplier.Context ASSIGNER =
            new TimestampAssignerSupplier.Context() {};

    private TimeOperators() {}

    @SuppressWarnings("unchecked") // operators take any object and cast in user code
    static Operator create(
            Operation operation,
            boolean batch,
            OperatorContext context,
            SourceLinks links,
            Isolation isolation,
            Outputs outputs) {
        return switch (operation) {
            case Operation.AssignTimestamps<?>(var watermarks) ->
                    timestamps(
                            (WatermarkStrategy<Object>) watermarks, batch, context, links, outputs);
            case Operation.Windowed<?, ?> windows ->
                    new WindowOperators(context, isolation, outputs).windows(windows);
            case Operation.Combine<?, ?> combine ->
                    new WindowOperators(context, isolation, outputs).combine(combine);
            case Operation.WindowedPair<?, ?, ?> windows ->
                    new WindowOperators(context, isolation, outputs).pair(windows);
            case Operation.IntervalJoined<?, ?, ?, ?> join ->
                    new WindowOperators(context, isolation, outputs).intervalJoin(join);
            default ->
                    throw new IllegalArgumentException(
                            "Not an operation on time or windows: " + operation);
        };
    }

    private static Operator timestamps(
            WatermarkStrategy<Object> strategy,
            boolean batch,
            OperatorContext context,
            SourceLinks links,
            Outputs outputs) {
        TimestampAssigner<Object> assigner = strategy.createTimestampAssigner(ASSIGNER);
        WatermarkGeneratorSupplier.Context clock = () -> SourceLinks.activityClock(context.scope());
        WatermarkGenerator<Object> generator =
                batch ? new NoWatermarksGenerator<>() : strategy.createWatermarkGenerator(clock);
        return (Operator)
                ClassCopies.create(
                        TimestampsOperator.class,
                        List.of(assigner, generator, outputs.main()),
                        context,
                        assigner,
                        generator,
                        new GeneratedWatermarks(outputs.all()),
                        batch ? 0L : links.watermarkIntervalMs(),
                        outputs);
    }
}
