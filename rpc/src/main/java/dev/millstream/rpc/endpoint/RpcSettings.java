package dev.millstream.rpc.endpoint;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.InvalidOptionException;

/**
 * {@link RpcOptions} with their values, checked against each other.
 *
 * @param frameSizeBytes largest message between processes
 */
public record RpcSettings(
        long askTimeoutMs,
        long lookupTimeoutMs,
        int frameSizeBytes,
        int mailboxCapacity,
        long heartbeatIntervalMs,
        long acceptablePauseMs,
        double threshold,
        String clusterId) {
    private static final int MIN_FRAME_SIZE_BYTES = 32 * 1024;

    /** Checks what one option alone can't say. */
    public RpcSettings {
        require(askTimeoutMs > 0, "rpc.ask.timeout must be positive");
        require(
                lookupTimeoutMs > 0 && lookupTimeoutMs < askTimeoutMs,
                "rpc.lookup.timeout ("
                        + lookupTimeoutMs
                        + " ms) must be positive and shorter than rpc.ask.timeout ("
                        + askTimeoutMs
                        + " ms), so that a missing component is noticed before a slow one. Lower"
                        + " the one or raise the other");
        require(
                frameSizeBytes >= MIN_FRAME_SIZE_BYTES,
                "rpc.framesize must be at least 32 kb, and is " + frameSizeBytes + " bytes");
        require(mailboxCapacity > 0, "rpc.mailbox.capacity must be positive");
        require(heartbeatIntervalMs > 0, "rpc.watch.heartbeat.interval must be positive");
        require(
                acceptablePauseMs >= 0,
                "rpc.watch.heartbeat.acceptable-pause must not be negative");
        require(threshold > 0, "rpc.watch.heartbeat.threshold must be positive");
    }

    /**
     * Reads them.
     *
     * @throws InvalidOptionException that names the option that is wrong
     */
    public static RpcSettings of(Configuration configuration) {
        return new RpcSettings(
                configuration.get(RpcOptions.ASK_TIMEOUT).toMillis(),
                configuration.get(RpcOptions.LOOKUP_TIMEOUT).toMillis(),
                (int)
                        Math.min(
                                Integer.MAX_VALUE - 8,
                                configuration.get(RpcOptions.FRAME_SIZE).bytes()),
                configuration.get(RpcOptions.MAILBOX_CAPACITY),
                configuration.get(RpcOptions.WATCH_HEARTBEAT_INTERVAL).toMillis(),
                configuration.get(RpcOptions.WATCH_ACCEPTABLE_PAUSE).toMillis(),
                configuration.get(RpcOptions.WATCH_THRESHOLD),
                configuration.get(RpcOptions.CLUSTER_ID));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidOptionException(otherwise);
        }
    }
}
