package dev.millstream.cluster.local;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import java.time.Duration;

/** Options of TaskManagers that the JobManager starts on its own machine. */
public final class LocalProviderOptions {
    public static final ConfigOption<Integer> MIN_TASK_MANAGERS =
            ConfigOptions.key("resourcemanager.local.min-taskmanagers")
                    .intTypeAtLeast(0)
                    .defaultValue(1)
                    .withDescription(
                            "How many TaskManagers run even when no job needs them;"
                                    + " 'cluster start --taskmanagers' sets it.");

    public static final ConfigOption<Integer> MAX_TASK_MANAGERS =
            ConfigOptions.key("resourcemanager.local.max-taskmanagers")
                    .intTypeAtLeast(1)
                    .defaultValue(4)
                    .withDescription(
                            "How many TaskManagers may run when jobs need them; at least the"
                                    + " minimum.");

    public static final ConfigOption<Duration> IDLE_TIMEOUT =
            ConfigOptions.key("resourcemanager.taskmanager-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "After which time a TaskManager above the minimum that no job needs is"
                                    + " released.");

    public static final ConfigOption<Duration> START_TIMEOUT =
            ConfigOptions.key("resourcemanager.taskmanager-registration.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "How long a started TaskManager may take to register before it is"
                                    + " killed and replaced.");

    public static final ConfigOption<Duration> MISSING_TIMEOUT =
            ConfigOptions.key("resourcemanager.local.missing-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(5))
                    .withDescription(
                            "How long a TaskManager that has lost its connection may take to"
                                    + " register again before it is killed and replaced.");

    private LocalProviderOptions() {}
}
