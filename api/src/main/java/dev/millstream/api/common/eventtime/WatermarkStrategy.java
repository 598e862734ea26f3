package dev.millstream.api.common.eventtime;

import java.time.Duration;

/** How a source's records get timestamps, and its stream watermarks. */
@FunctionalInterface
@SuppressWarnings("FunctionalInterfaceMethodChanged") // the signatures that users know
public interface WatermarkStrategy<T>
        extends TimestampAssignerSupplier<T>, WatermarkGeneratorSupplier<T> {
    @Override
    WatermarkGenerator<T> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context);

    /** By default the timestamps that the source gave stay. */
    @Override
    default TimestampAssigner<T> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        return new RecordTimestampAssigner<>();
    }

    /** This strategy, with timestamps from the given assigner. */
    default WatermarkStrategy<T> withTimestampAssigner(
            TimestampAssignerSupplier<T> timestampAssigner) {
        return new WatermarkStrategyWithTimestampAssigner<>(this, timestampAssigner);
    }

    /** This strategy, with timestamps from the given assigner. */
    default WatermarkStrategy<T> withTimestampAssigner(
            SerializableTimestampAssigner<T> timestampAssigner) {
        return withTimestampAssigner(TimestampAssignerSupplier.of(timestampAssigner));
    }

    /**
     * This strategy, with splits declared idle after a while without records, so that they don't
     * hold the others back.
     *
     * @param idleTimeout positive
     */
    default WatermarkStrategy<T> withIdleness(Duration idleTimeout) {
        if (!idleTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "The idle timeout must be positive, but is " + idleTimeout);
        }
        return new WatermarkStrategyWithIdleness<>(this, idleTimeout);
    }

    /** For timestamps that never go down within a split. */
    static <T> WatermarkStrategy<T> forMonotonousTimestamps() {
        return context -> new AscendingTimestampsWatermarks<>();
    }

    /**
     * For events that come late by at most the given time.
     *
     * @param maxOutOfOrderness not negative
     */
    static <T> WatermarkStrategy<T> forBoundedOutOfOrderness(Duration maxOutOfOrderness) {
        if (maxOutOfOrderness.isNegative()) {
            throw new IllegalArgumentException(
                    "Out-of-orderness must not be negative, but is " + maxOutOfOrderness);
        }
        return context -> new BoundedOutOfOrdernessWatermarks<>(maxOutOfOrderness);
    }

    /** With watermarks from the user's own generator. */
    static <T> WatermarkStrategy<T> forGenerator(WatermarkGeneratorSupplier<T> generator) {
        return generator::createWatermarkGenerator;
    }

    /** Without watermarks: for programs that don't use event time. */
    static <T> WatermarkStrategy<T> noWatermarks() {
        return context -> new NoWatermarksGenerator<>();
    }
}
