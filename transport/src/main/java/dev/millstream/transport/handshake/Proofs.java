package dev.millstream.transport.handshake;

import dev.millstream.transport.handshake.HandshakeMessage.Challenge;
import dev.millstream.transport.handshake.HandshakeMessage.Hello;
import dev.millstream.transport.identity.ClusterToken;
import java.nio.charset.StandardCharsets;

/**
 * Proofs that a side knows the token: HMACs over both opening messages as they were sent, with both
 * nonces, the version, the cluster's id and the roles. A nonce is never used twice, so that nothing
 * can be replayed; each side's proof bears a label of its own, so that nothing can be reflected.
 * (Challenge and response with a shared key as in ISO/IEC 9798-4, mutual, three passes.)
 */
final class Proofs {
    private static final byte[] INITIATOR = label("millstream link initiator");
    private static final byte[] ACCEPTOR = label("millstream link acceptor");

    private Proofs() {}

    static Bytes32 ofInitiator(ClusterToken token, Hello hello, Challenge challenge) {
        return proof(token, INITIATOR, hello, challenge);
    }

    static Bytes32 ofAcceptor(ClusterToken token, Hello hello, Challenge challenge) {
        return proof(token, ACCEPTOR, hello, challenge);
    }

    /** Each message begins with its length, so that no two pairs give the same bytes. */
    private static Bytes32 proof(
            ClusterToken token, byte[] label, Hello hello, Challenge challenge) {
        return Bytes32.of(
                token.sign(label, HandshakeCodec.encode(hello), HandshakeCodec.encode(challenge)));
    }

    private static byte[] label(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }
}
