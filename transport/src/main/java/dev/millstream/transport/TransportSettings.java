package dev.millstream.transport;

import dev.millstream.configuration.ConfigOption;
import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.transport.admission.AdmissionLimits;
import dev.millstream.transport.identity.Role;
import dev.millstream.transport.link.LinkLimits;
import dev.millstream.transport.socket.SocketSettings;
import dev.millstream.transport.tls.TlsSettings;
import java.util.Optional;

/**
 * How a process links to others.
 *
 * @param portOption that says where it listens, for errors
 * @param bindHost local address to listen at; empty for the one that others are told
 * @param tls empty if links are not encrypted
 */
public record TransportSettings(
        String portOption,
        Optional<String> bindHost,
        long connectTimeoutMs,
        SocketSettings sockets,
        AdmissionLimits admission,
        LinkLimits links,
        Optional<TlsSettings> tls) {
    private static final long LINGER_MS = 5_000;
    private static final int MOST_THREADS = 4;

    /**
     * As configured.
     *
     * @throws IllegalArgumentException if options are missing or make no sense; the message names
     *     them
     */
    public static TransportSettings of(Configuration configuration, Role role) {
        boolean jobManager = role == Role.JOB_MANAGER;
        ConfigOption<Integer> port =
                jobManager ? TransportOptions.JOB_MANAGER_PORT : TransportOptions.TASK_MANAGER_PORT;
        ConfigOption<String> bindHost =
                jobManager
                        ? TransportOptions.JOB_MANAGER_BIND_HOST
                        : TransportOptions.TASK_MANAGER_BIND_HOST;
        int cores = Runtime.getRuntime().availableProcessors();
        return new TransportSettings(
                port.key(),
                configuration.getOptional(bindHost),
                configuration.get(TransportOptions.CONNECT_TIMEOUT).toMillis(),
                new SocketSettings(
                        configuration.get(TransportOptions.TYPE),
                        configuration
                                .getOptional(TransportOptions.THREADS)
                                .orElse(Math.min(cores, MOST_THREADS)),
                        Math.toIntExact(
                                configuration.get(TransportOptions.USER_TIMEOUT).toMillis())),
                new AdmissionLimits(
                        configuration.get(TransportOptions.HANDSHAKE_TIMEOUT).toMillis(),
                        configuration.get(TransportOptions.MAX_UNPROVEN),
                        configuration.get(TransportOptions.MAX_UNPROVEN_PER_ADDRESS)),
                new LinkLimits(
                        frameBytes(configuration),
                        configuration.get(TransportOptions.MAX_PENDING).bytes(),
                        LINGER_MS),
                TlsSettings.of(configuration));
    }

    private static int frameBytes(Configuration configuration) {
        MemorySize size = configuration.get(TransportOptions.MAX_FRAME);
        if (size.bytes() > Integer.MAX_VALUE - Long.BYTES) {
            throw new IllegalArgumentException(
                    TransportOptions.MAX_FRAME.key()
                            + " is "
                            + size
                            + "; a frame has to stay below 2 gb");
        }
        return (int) size.bytes();
    }
}
