package dev.millstream.transport.handshake;

import dev.millstream.transport.handshake.HandshakeMessage.Challenge;
import dev.millstream.transport.handshake.HandshakeMessage.Hello;
import dev.millstream.transport.handshake.HandshakeMessage.OtherVersion;
import dev.millstream.transport.handshake.HandshakeMessage.Proof;
import dev.millstream.transport.handshake.HandshakeMessage.Refused;
import dev.millstream.transport.handshake.HandshakeMessage.Welcome;
import dev.millstream.transport.handshake.HandshakeStep.Proven;
import dev.millstream.transport.handshake.HandshakeStep.Refuse;
import dev.millstream.transport.handshake.HandshakeStep.RefusedByOther;
import dev.millstream.transport.handshake.HandshakeStep.Say;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import org.jspecify.annotations.Nullable;

/** The side that connects: Hello, then Proof. */
public final class InitiatorHandshake implements Handshake {
    private final ProcessIdentity own;
    private final Hello hello;

    /** Null until it has arrived and was answered. */
    private @Nullable Challenge answered;

    /**
     * One handshake.
     *
     * @param nonce never used before
     */
    public InitiatorHandshake(ProcessIdentity own, Purpose purpose, Bytes32 nonce) {
        this.own = own;
        this.hello = new Hello(HandshakeCodec.VERSION, nonce, own.role(), purpose, own.clusterId());
    }

    /** What it says first. */
    public Hello hello() {
        return hello;
    }

    @Override
    public HandshakeStep on(HandshakeMessage message) {
        return switch (message) {
            case Refused(int version, Refusal refusal) -> new RefusedByOther(refusal);
            case OtherVersion(int version) ->
                    new Refuse(Refusal.version(HandshakeCodec.VERSION, version));
            case Challenge challenge -> answer(challenge);
            case Welcome(Bytes32 mac) -> verify(mac);
            case Hello other -> outOfTurn("Hello");
            case Proof proof -> outOfTurn("Proof");
        };
    }

    private HandshakeStep answer(Challenge challenge) {
        if (answered != null) {
            return outOfTurn("a second Challenge");
        }
        if (!challenge.clusterId().equals(own.clusterId())) {
            return new Refuse(Refusal.clusterId(own.clusterId(), challenge.clusterId()));
        }
        answered = challenge;
        return new Say(new Proof(Proofs.ofInitiator(own.token(), hello, challenge)));
    }

    private HandshakeStep verify(Bytes32 mac) {
        Challenge challenge = answered;
        if (challenge == null) {
            return outOfTurn("Welcome");
        }
        return mac.equals(Proofs.ofAcceptor(own.token(), hello, challenge))
                ? new Proven(new Peer(challenge.role(), hello.purpose()))
                : new Refuse(Refusal.token());
    }

    private static Refuse outOfTurn(String what) {
        return new Refuse(
                new Refusal(RefusalCause.MALFORMED, "the acceptor said " + what + " out of turn"));
    }
}
