package dev.millstream.api.common.eventtime;

import java.time.Duration;

/** Watermarks for timestamps that never go down within a split. */
public class AscendingTimestampsWatermarks<T> extends BoundedOutOfOrdernessWatermarks<T> {
    /** Made in the task. */
    public AscendingTimestampsWatermarks() {
        super(Duration.ZERO);
    }
}
