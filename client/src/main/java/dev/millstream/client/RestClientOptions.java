package dev.millstream.client;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import java.time.Duration;

/** Options of clients; where the cluster is, {@code RestOptions} says. */
public final class RestClientOptions {
    public static final ConfigOption<Integer> MAX_ATTEMPTS =
            ConfigOptions.key("rest.retry.max-attempts")
                    .intTypeAtLeast(1)
                    .defaultValue(20)
                    .withDescription(
                            "How often a cluster that was reached before, and doesn't answer any"
                                    + " more, is asked before it is given up.");

    public static final ConfigOption<Duration> RETRY_DELAY =
            ConfigOptions.key("rest.retry.delay")
                    .durationType()
                    .defaultValue(Duration.ofMillis(250))
                    .withDescription("How long to wait before asking such a cluster again.");

    public static final ConfigOption<Boolean> ATTACHED =
            ConfigOptions.key("execution.attached")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Whether a program that runs on a cluster waits for its jobs. If not,"
                                    + " execute() returns once the job is accepted, without"
                                    + " results.");

    private RestClientOptions() {}
}
