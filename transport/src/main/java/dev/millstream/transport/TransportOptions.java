package dev.millstream.transport;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.ConfigOptions;
import dev.millstream.configuration.MemorySize;
import dev.millstream.transport.socket.SocketType;
import java.time.Duration;

/** Options of links between processes. */
public final class TransportOptions {
    public static final ConfigOption<String> JOB_MANAGER_ADDRESS =
            ConfigOptions.key("jobmanager.rpc.address")
                    .stringType()
                    .defaultValue("127.0.0.1")
                    .withDescription("Host at which the JobManager accepts links.");

    public static final ConfigOption<Integer> JOB_MANAGER_PORT =
            ConfigOptions.key("jobmanager.rpc.port")
                    .intTypeAtLeast(0)
                    .defaultValue(6123)
                    .withDescription(
                            "Port at which the JobManager accepts links; 0 for any free one.");

    public static final ConfigOption<String> JOB_MANAGER_BIND_HOST =
            ConfigOptions.key("jobmanager.bind-host")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Local address at which the JobManager listens, where that is not the"
                                    + " one at which others reach it.");

    public static final ConfigOption<Integer> TASK_MANAGER_PORT =
            ConfigOptions.key("taskmanager.rpc.port")
                    .intTypeAtLeast(0)
                    .defaultValue(0)
                    .withDescription(
                            "Port at which a TaskManager accepts links; 0 for any free one.");

    public static final ConfigOption<String> TASK_MANAGER_BIND_HOST =
            ConfigOptions.key("taskmanager.bind-host")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Local address at which a TaskManager listens, where that is not the"
                                    + " one at which others reach it.");

    public static final ConfigOption<SocketType> TYPE =
            ConfigOptions.key("transport.type")
                    .enumType(SocketType.class)
                    .defaultValue(SocketType.AUTO)
                    .withDescription("How sockets are driven: the machine's best way, or one.")
                    .withFallbackKeys("taskmanager.network.netty.transport");

    public static final ConfigOption<Integer> THREADS =
            ConfigOptions.key("transport.threads")
                    .intTypeAtLeast(1)
                    .noDefaultValue()
                    .withDescription(
                            "How many threads read and write links; as many as cores, and at most"
                                    + " 4, if not set.");

    public static final ConfigOption<Duration> CONNECT_TIMEOUT =
            ConfigOptions.key("transport.connect.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(5))
                    .withDescription(
                            "How long opening a link may take, from the host's name to the end of"
                                    + " the handshake.");

    public static final ConfigOption<Duration> HANDSHAKE_TIMEOUT =
            ConfigOptions.key("transport.handshake.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(2))
                    .withDescription(
                            "How long a connection that comes in may take to prove that it belongs"
                                    + " to the cluster.");

    public static final ConfigOption<Integer> MAX_UNPROVEN =
            ConfigOptions.key("transport.handshake.max-connections")
                    .intTypeAtLeast(1)
                    .defaultValue(256)
                    .withDescription(
                            "How many connections may be on their way to prove that. For one more,"
                                    + " the oldest has to go.");

    public static final ConfigOption<Integer> MAX_UNPROVEN_PER_ADDRESS =
            ConfigOptions.key("transport.handshake.max-connections-per-address")
                    .intTypeAtLeast(1)
                    .defaultValue(128)
                    .withDescription("How many of them may come from one address.");

    public static final ConfigOption<MemorySize> MAX_FRAME =
            ConfigOptions.key("transport.frame.max-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(128))
                    .withDescription(
                            "Largest frame of any purpose; a larger one breaks its link. Above"
                                    + " rpc.framesize and exchange.frame.max-size.");

    public static final ConfigOption<MemorySize> MAX_PENDING =
            ConfigOptions.key("transport.send.max-pending")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(256))
                    .withDescription(
                            "How much may wait to be sent over one link. More means that the other"
                                    + " side has stopped reading: the link is broken.");

    public static final ConfigOption<Duration> USER_TIMEOUT =
            ConfigOptions.key("transport.tcp.user-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "How long the other machine may take to acknowledge what was sent"
                                    + " before the link is broken (where the kernel can do it).");

    private TransportOptions() {}
}
