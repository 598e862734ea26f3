package dev.millstream.jobmanager.jobmaster.restart;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import java.time.Duration;

/** Options of a job that say whether it runs again after a failure. */
public final class RestartStrategyOptions {
    /** The known strategies. */
    public enum Type {
        NONE,
        FIXED_DELAY
    }

    public static final ConfigOption<Type> TYPE =
            ConfigOptions.key("restart-strategy.type")
                    .enumType(Type.class)
                    .defaultValue(Type.NONE)
                    .withDescription(
                            "Whether a job whose task has failed runs again: none, or"
                                    + " fixed-delay.");

    public static final ConfigOption<Integer> FIXED_DELAY_ATTEMPTS =
            ConfigOptions.key("restart-strategy.fixed-delay.attempts")
                    .intTypeAtLeast(0)
                    .defaultValue(1)
                    .withDescription("How many times a job is restarted before it has failed.");

    public static final ConfigOption<Duration> FIXED_DELAY_DELAY =
            ConfigOptions.key("restart-strategy.fixed-delay.delay")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("How long after a failure the job is restarted.");

    private RestartStrategyOptions() {}
}
