package dev.millstream.taskmanager;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import java.time.Duration;

/** Options of a TaskManager. */
public final class TaskManagerOptions {
    public static final ConfigOption<Integer> NUM_TASK_SLOTS =
            ConfigOptions.key("taskmanager.numberOfTaskSlots")
                    .intTypeAtLeast(1)
                    .defaultValue(2)
                    .withDescription(
                            "How many slots a TaskManager offers. The embedded cluster has by"
                                    + " default as many as its job needs, and at least one for each"
                                    + " core.");

    public static final ConfigOption<String> RESOURCE_ID =
            ConfigOptions.key("taskmanager.resource-id")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Name of the TaskManager in logs and lists, to which a random suffix is"
                                    + " added at each start.");

    public static final ConfigOption<String> HOST =
            ConfigOptions.key("taskmanager.host")
                    .stringType()
                    .defaultValue("localhost")
                    .withDescription(
                            "Name of the TaskManager's host, by which splits are assigned where"
                                    + " their data is.");

    public static final ConfigOption<MemorySize> PROCESS_MEMORY =
            ConfigOptions.key("taskmanager.memory.process.size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(1024))
                    .withDescription("Memory of the whole TaskManager process.");

    public static final ConfigOption<Double> MANAGED_FRACTION =
            ConfigOptions.key("taskmanager.memory.managed.fraction")
                    .fractionType()
                    .defaultValue(0.4)
                    .withDescription(
                            "Share of the process's memory that is managed: divided equally among"
                                    + " the slots, for state and sorting.");

    public static final ConfigOption<Duration> SLOT_TIMEOUT =
            ConfigOptions.key("taskmanager.slot.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "How long a slot that was granted to a job may stay unaccepted and"
                                    + " unused before it is free again.");

    public static final ConfigOption<Duration> CANCELLATION_INTERVAL =
            ConfigOptions.key("task.cancellation.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("Time between interrupts of a task that was told to end.");

    public static final ConfigOption<Duration> CANCELLATION_TIMEOUT =
            ConfigOptions.key("task.cancellation.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(8))
                    .withDescription(
                            "How long a task may ignore that it was told to end before it is given"
                                    + " up: reported as failed with its stack, its slot free again."
                                    + " 0 waits for ever.");

    public static final ConfigOption<Duration> REGISTRATION_INITIAL_DELAY =
            ConfigOptions.key("cluster.registration.initial-timeout")
                    .durationType()
                    .defaultValue(Duration.ofMillis(100))
                    .withDescription(
                            "Delay before a TaskManager's second attempt to register; doubled with"
                                    + " each further one.");

    public static final ConfigOption<Duration> REGISTRATION_MAX_DELAY =
            ConfigOptions.key("cluster.registration.max-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("Longest delay between attempts to register.");

    public static final ConfigOption<Duration> REGISTRATION_REFUSED_DELAY =
            ConfigOptions.key("cluster.registration.refused-registration-delay")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription("Delay before the next attempt after a refused one.");

    public static final ConfigOption<MemorySize> JAR_CACHE_SIZE =
            ConfigOptions.key("taskmanager.jar-cache.size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(512))
                    .withDescription(
                            "How many bytes of jars a TaskManager keeps on disk; jars in use are"
                                    + " kept in any case.");

    public static final ConfigOption<Duration> METRICS_INTERVAL =
            ConfigOptions.key("taskmanager.metrics.report-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("How often the counts of running tasks are reported.");

    private TaskManagerOptions() {}
}
