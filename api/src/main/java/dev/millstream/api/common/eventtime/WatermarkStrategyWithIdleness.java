package dev.millstream.api.common.eventtime;

import java.time.Duration;

/** A strategy that declares idleness. */
record WatermarkStrategyWithIdleness<T>(WatermarkStrategy<T> base, Duration idleTimeout)
        implements WatermarkStrategy<T> {
    @Override
    public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return base.createTimestampAssigner(context);
    }

    @Override
    public WatermarkGenerator<T> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new WatermarksWithIdleness<>(
                base.createWatermarkGenerator(context),
                idleTimeout,
                context.getInputActivityClock());
    }
}
