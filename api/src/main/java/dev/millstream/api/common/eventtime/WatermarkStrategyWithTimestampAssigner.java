package dev.millstream.api.common.eventtime;

/** A strategy whose timestamps come from elsewhere. */
record WatermarkStrategyWithTimestampAssigner<T>(
        WatermarkStrategy<T> base, TimestampAssignerSupplier<T> assigner)
        implements WatermarkStrategy<T> {
    @Override
    public TimestampAssigner<T> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return assigner.createTimestampAssigner(context);
    }

    @Override
    public WatermarkGenerator<T> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return base.createWatermarkGenerator(context);
    }
}
