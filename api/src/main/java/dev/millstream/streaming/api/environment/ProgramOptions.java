package dev.millstream.streaming.api.environment;

import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import java.time.Duration;

/** Options that an environment reads when it is made. The program's own settings override them. */
public final class ProgramOptions {
    /** Name of the job. */
    public static final ConfigOption<String> NAME =
            ConfigOptions.key("pipeline.name")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Name of the job, when the program gives none.");

    /** Parallelism of operators that set none. */
    public static final ConfigOption<Integer> DEFAULT_PARALLELISM =
            ConfigOptions.key("parallelism.default")
                    .intTypeAtLeast(1)
                    .noDefaultValue()
                    .withDescription(
                            "Parallelism of operators for which the program sets none. Without it:"
                                    + " 1, or the number of cores on the embedded cluster.");

    /** Number of key groups of operators that set none. */
    public static final ConfigOption<Integer> MAX_PARALLELISM =
            ConfigOptions.key("pipeline.max-parallelism")
                    .intTypeAtLeast(1)
                    .noDefaultValue()
                    .withDescription(
                            "Number of key groups, which is the highest parallelism that a job can"
                                    + " be rescaled to, of operators for which the program sets"
                                    + " none.");

    /** Streaming or batch. */
    public static final ConfigOption<RuntimeExecutionMode> RUNTIME_MODE =
            ConfigOptions.key("execution.runtime-mode")
                    .enumType(RuntimeExecutionMode.class)
                    .defaultValue(RuntimeExecutionMode.STREAMING)
                    .withDescription(
                            "Whether programs run in streaming or batch mode; 'automatic' means"
                                    + " batch when all sources are bounded.");

    /** Whether operators are chained. */
    public static final ConfigOption<Boolean> OPERATOR_CHAINING =
            ConfigOptions.key("pipeline.operator-chaining.enabled")
                    .booleanType()
                    .defaultValue(true)
                    .withFallbackKeys("pipeline.operator-chaining")
                    .withDescription("Whether operators may run chained in one task.");

    /** Whether chained functions share record objects. */
    public static final ConfigOption<Boolean> OBJECT_REUSE =
            ConfigOptions.key("pipeline.object-reuse")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Whether chained functions share mutable record objects instead of"
                                    + " getting copies. Functions must then neither change nor keep"
                                    + " them.");

    /** How often watermarks are made. */
    public static final ConfigOption<Duration> AUTO_WATERMARK_INTERVAL =
            ConfigOptions.key("pipeline.auto-watermark-interval")
                    .durationType()
                    .defaultValue(Duration.ofMillis(200))
                    .withDescription(
                            "How often watermark generators are asked for watermarks; 0 for"
                                    + " never.");

    /** After which time a source with nothing to read is idle. */
    public static final ConfigOption<Duration> SOURCE_IDLE_TIMEOUT =
            ConfigOptions.key("pipeline.source-idle-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(5))
                    .withDescription(
                            "After which time a source task that has nothing to read holds event"
                                    + " time back no longer, until it reads something; 0 for"
                                    + " never. Time in which it waits for slow receivers doesn't"
                                    + " count. A watermark strategy's withIdleness says so of each"
                                    + " split.");

    private ProgramOptions() {}
}
