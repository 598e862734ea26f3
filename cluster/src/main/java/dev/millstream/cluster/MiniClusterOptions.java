package dev.millstream.cluster;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;

/** Options of programs that run on an embedded cluster. */
public final class MiniClusterOptions {
    public static final ConfigOption<Integer> TASK_MANAGERS =
            ConfigOptions.key("minicluster.number-of-taskmanagers")
                    .intTypeAtLeast(1)
                    .defaultValue(1)
                    .withDescription("How many TaskManagers the embedded cluster has.");

    private MiniClusterOptions() {}
}
