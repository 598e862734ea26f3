package dev.millstream.transport.handshake;

import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;

/**
 * The other side, once it has proved that it belongs to the cluster.
 *
 * @param role what it is
 * @param purpose what the link is for
 */
public record Peer(Role role, Purpose purpose) {}
