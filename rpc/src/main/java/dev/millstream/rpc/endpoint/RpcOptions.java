package dev.millstream.rpc.endpoint;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import java.time.Duration;

/** Options of calls between components. */
public final class RpcOptions {
    public static final ConfigOption<Duration> ASK_TIMEOUT =
            ConfigOptions.key("rpc.ask.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How long a call waits for its answer.")
                    .withDeprecatedKeys("pekko.ask.timeout", "akka.ask.timeout");

    public static final ConfigOption<Duration> LOOKUP_TIMEOUT =
            ConfigOptions.key("rpc.lookup.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(3))
                    .withDescription(
                            "How long finding a component may take; shorter than rpc.ask.timeout,"
                                    + " so that a missing one is noticed fast.")
                    .withDeprecatedKeys("pekko.lookup.timeout", "akka.lookup.timeout");

    public static final ConfigOption<MemorySize> FRAME_SIZE =
            ConfigOptions.key("rpc.framesize")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(10))
                    .withDescription(
                            "Largest message between processes; a larger one fails at its sender.")
                    .withDeprecatedKeys("pekko.framesize", "akka.framesize");

    public static final ConfigOption<Integer> MAILBOX_CAPACITY =
            ConfigOptions.key("rpc.mailbox.capacity")
                    .intType()
                    .defaultValue(100_000)
                    .withDescription(
                            "How many calls may wait for one component; further ones are refused.");

    public static final ConfigOption<Duration> WATCH_HEARTBEAT_INTERVAL =
            ConfigOptions.key("rpc.watch.heartbeat.interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("How often processes that are linked send each other a sign.")
                    .withDeprecatedKeys(
                            "pekko.watch.heartbeat.interval", "akka.watch.heartbeat.interval");

    public static final ConfigOption<Duration> WATCH_ACCEPTABLE_PAUSE =
            ConfigOptions.key("rpc.watch.heartbeat.acceptable-pause")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "How much longer than usual a process may be silent before it is"
                                    + " suspected.")
                    .withDeprecatedKeys(
                            "pekko.watch.heartbeat.pause", "akka.watch.heartbeat.pause");

    public static final ConfigOption<Double> WATCH_THRESHOLD =
            ConfigOptions.key("rpc.watch.heartbeat.threshold")
                    .doubleType()
                    .defaultValue(12.0)
                    .withDescription(
                            "Suspicion at which a silent process counts as gone: 12 means that one"
                                    + " in 10^12 such silences is that of a living process.")
                    .withDeprecatedKeys("pekko.watch.threshold", "akka.watch.threshold");

    public static final ConfigOption<String> CLUSTER_ID =
            ConfigOptions.key("cluster.id")
                    .stringType()
                    .defaultValue("default")
                    .withDescription("Processes with different ids refuse each other's links.")
                    .withFallbackKeys("high-availability.cluster-id");

    private RpcOptions() {}
}
