package dev.millstream.engine.watermark;

import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkOutput;
import dev.millstream.engine.operator.Output;

/** What a generator in the middle of a stream says; never goes down. */
public final class GeneratedWatermarks implements WatermarkOutput {
    private final Output events;
    private long emitted = Long.MIN_VALUE;
    private boolean generatorIdle;
    private boolean inputIdle;
    private boolean emittedIdle;

    /**
     * @param events hears of watermarks
     */
    public GeneratedWatermarks(Output events) {
        this.events = events;
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        generatorIdle = false;
        update();
        if (watermark.timestamp() > emitted) {
            emitted = watermark.timestamp();
            events.watermark(emitted);
        }
    }

    @Override
    public void markIdle() {
        generatorIdle = true;
        update();
    }

    @Override
    public void markActive() {
        generatorIdle = false;
        update();
    }

    /** The operator's input is idle, or no longer so. */
    void inputIdle(boolean idle) {
        inputIdle = idle;
        update();
    }

    private void update() {
        boolean idle = generatorIdle || inputIdle;
        if (idle != emittedIdle) {
            emittedIdle = idle;
            events.watermarkStatus(idle);
        }
    }
}
