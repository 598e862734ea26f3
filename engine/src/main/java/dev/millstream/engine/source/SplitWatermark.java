package dev.millstream.engine.source;

import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkOutput;

/** How far event time has come in one split. */
final class SplitWatermark implements WatermarkOutput {
    private final SourceWatermarks all;
    private long timestamp = Long.MIN_VALUE;
    private boolean idle;

    SplitWatermark(SourceWatermarks all) {
        this.all = all;
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        if (watermark.timestamp() > timestamp || idle) {
            timestamp = Math.max(timestamp, watermark.timestamp());
            idle = false;
            all.changed();
        }
    }

    @Override
    public void markIdle() {
        if (!idle) {
            idle = true;
            all.changed();
        }
    }

    @Override
    public void markActive() {
        if (idle) {
            idle = false;
            all.changed();
        }
    }

    long timestamp() {
        return timestamp;
    }

    boolean isIdle() {
        return idle;
    }
}
