package dev.millstream.transport.admission;

/**
 * What is granted to connections whose other side has proved nothing yet.
 *
 * @param handshakeTimeoutMs how long the whole handshake may take
 * @param maxConnections how many there may be
 * @param maxConnectionsPerAddress how many of them from one address
 */
public record AdmissionLimits(
        long handshakeTimeoutMs, int maxConnections, int maxConnectionsPerAddress) {}
