package dev.millstream.jobmanager;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import java.time.Duration;

/** Options of the JobManager. */
public final class JobManagerOptions {
    public static final ConfigOption<MemorySize> PROCESS_MEMORY =
            ConfigOptions.key("jobmanager.memory.process.size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(512))
                    .withDescription("Memory of the whole JobManager process.");

    public static final ConfigOption<Duration> SLOT_REQUEST_TIMEOUT =
            ConfigOptions.key("slot.request.timeout")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(5))
                    .withDescription("How long a job waits for its slots before it fails.");

    public static final ConfigOption<Integer> FINISHED_JOBS =
            ConfigOptions.key("jobstore.max-capacity")
                    .intTypeAtLeast(1)
                    .defaultValue(100)
                    .withDescription("How many jobs that have ended are remembered.");

    public static final ConfigOption<Integer> STATE_CHANGES =
            ConfigOptions.key("jobmanager.state-changes.max")
                    .intTypeAtLeast(1)
                    .defaultValue(10_000)
                    .withDescription(
                            "How many of a job's latest state changes are kept for its client.");

    public static final ConfigOption<Duration> CANCEL_RETRY_INTERVAL =
            ConfigOptions.key("jobmanager.cancel-retry-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "After which time a TaskManager that did not answer is told again to"
                                    + " cancel a task.");

    public static final ConfigOption<Duration> RECONNECT_DELAY =
            ConfigOptions.key("jobmanager.reconnect-delay")
                    .durationType()
                    .defaultValue(Duration.ofMillis(200))
                    .withDescription(
                            "After which time a JobMaster tries again to reach the"
                                    + " ResourceManager.");

    public static final ConfigOption<Duration> REQUIREMENT_CHECK_DELAY =
            ConfigOptions.key("slotmanager.requirement-check.delay")
                    .durationType()
                    .defaultValue(Duration.ofMillis(50))
                    .withDescription(
                            "How long after a job has declared its slots the ResourceManager looks"
                                    + " whether they can be had, and asks for more TaskManagers.");

    public static final ConfigOption<Duration> ORPHAN_TIMEOUT =
            ConfigOptions.key("slotmanager.orphan-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("After which time a slot whose owner is gone is taken back.");

    public static final ConfigOption<Duration> SLOT_RETRY_DELAY =
            ConfigOptions.key("slotmanager.retry-delay")
                    .durationType()
                    .defaultValue(Duration.ofMillis(200))
                    .withDescription(
                            "After which time a slot that its TaskManager refused is tried"
                                    + " again.");

    public static final ConfigOption<MemorySize> MAX_BLOB_SIZE =
            ConfigOptions.key("blob.max-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(512))
                    .withDescription("The largest jar that is accepted.");

    public static final ConfigOption<MemorySize> MAX_BLOB_STORAGE =
            ConfigOptions.key("blob.storage.max-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(4096))
                    .withDescription(
                            "How much all jars may take on disk. The oldest that no job needs are"
                                    + " deleted first.");

    private JobManagerOptions() {}
}
