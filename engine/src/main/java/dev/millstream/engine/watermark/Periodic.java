package dev.millstream.engine.watermark;

import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.common.eventtime.WatermarkOutput;
import dev.millstream.engine.operator.OperatorContext;

/** Asks a watermark generator again and again. */
final class Periodic {
    private Periodic() {}

    static void start(
            OperatorContext context,
            WatermarkGenerator<Object> generator,
            WatermarkOutput output,
            long intervalMs) {
        var _ =
                context.scope()
                        .deadlines()
                        .schedule(
                                intervalMs,
                                () -> {
                                    ask(context, generator, output);
                                    start(context, generator, output, intervalMs);
                                });
    }

    private static void ask(
            OperatorContext context, WatermarkGenerator<Object> generator, WatermarkOutput output) {
        try {
            generator.onPeriodicEmit(output);
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }
}
