package dev.millstream.cluster.entrypoint;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import java.time.Duration;

/** Options of processes that play one role. */
public final class EntrypointOptions {
    /** Where TaskManagers come from. */
    public enum Provider {
        /** They are started by hand. */
        STANDALONE,
        /** The JobManager starts them on its own machine. */
        LOCAL
    }

    public static final ConfigOption<Provider> PROVIDER =
            ConfigOptions.key("resourcemanager.provider")
                    .enumType(Provider.class)
                    .defaultValue(Provider.STANDALONE)
                    .withDescription(
                            "Where TaskManagers come from: started by hand, or by the JobManager on"
                                    + " its own machine, as 'cluster start' has it.");

    public static final ConfigOption<Duration> JOB_MANAGER_TIMEOUT =
            ConfigOptions.key("taskmanager.registration.timeout")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "How long a TaskManager looks for its JobManager, when it starts and"
                                    + " whenever it has lost it, before it ends.");

    public static final ConfigOption<MemorySize> LOG_SIZE =
            ConfigOptions.key("env.log.max-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(16))
                    .withDescription(
                            "How large a log file of a process in the background becomes before it"
                                    + " is moved aside.");

    public static final ConfigOption<Integer> LOG_FILES =
            ConfigOptions.key("env.log.max")
                    .intTypeAtLeast(0)
                    .defaultValue(3)
                    .withDescription(
                            "How many log files of a process that were moved aside are kept.");

    private EntrypointOptions() {}
}
