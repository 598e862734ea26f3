package dev.millstream.transport.handshake;

import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;

/**
 * What is said before a link is open. Whoever connects says Hello and Proof, whoever accepts
 * Challenge and Welcome; either may say Refused instead, and then nothing more.
 */
public sealed interface HandshakeMessage {
    /**
     * The first message.
     *
     * @param version of the link protocol
     * @param nonce never used before
     */
    record Hello(int version, Bytes32 nonce, Role role, Purpose purpose, String clusterId)
            implements HandshakeMessage {}

    /** The answer to Hello. Proves nothing yet. */
    record Challenge(int version, Bytes32 nonce, Role role, String clusterId)
            implements HandshakeMessage {}

    /** A Hello or a Challenge of another version; what else it says can't be known. */
    record OtherVersion(int version) implements HandshakeMessage {}

    /** Whoever connects knows the token. */
    record Proof(Bytes32 mac) implements HandshakeMessage {}

    /** Whoever accepts knows the token too; the link is open. */
    record Welcome(Bytes32 mac) implements HandshakeMessage {}

    /**
     * There will be no link. Reads the same in all versions.
     *
     * @param version of who refuses
     */
    record Refused(int version, Refusal refusal) implements HandshakeMessage {}
}
