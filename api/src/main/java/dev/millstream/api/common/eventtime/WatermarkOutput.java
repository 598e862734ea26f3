package dev.millstream.api.common.eventtime;

/** Takes watermarks. Called by the task's thread only. */
public interface WatermarkOutput {
    /** Emits a watermark, which ends idleness. One that isn't above the last one is ignored. */
    void emitWatermark(Watermark watermark);

    /** Declares that downstream need not wait for watermarks of this output. */
    void markIdle();

    /** Ends idleness. */
    void markActive();
}
