package dev.millstream.api.common.eventtime;

import dev.millstream.util.clock.RelativeClock;
import java.io.Serializable;

/** Makes a watermark generator in each source task. */
@FunctionalInterface
public interface WatermarkGeneratorSupplier<T> extends Serializable {
    /** A new generator. */
    WatermarkGenerator<T> createWatermarkGenerator(Context context);

    /** What a generator may use. */
    interface Context {
        /** Stands still while the input is paused by back-pressure, so that it isn't found idle. */
        RelativeClock getInputActivityClock();
    }
}
