package dev.millstream.engine.task;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import java.time.Duration;

/** Options that tasks read. */
public final class EngineOptions {
    /** How often watermark generators are asked for watermarks. */
    public static final ConfigOption<Duration> AUTO_WATERMARK_INTERVAL =
            ConfigOptions.key("pipeline.auto-watermark-interval")
                    .durationType()
                    .defaultValue(Duration.ofMillis(200))
                    .withDescription(
                            "How often watermark generators are asked for watermarks; 0 for"
                                    + " never.");

    private EngineOptions() {}
}
