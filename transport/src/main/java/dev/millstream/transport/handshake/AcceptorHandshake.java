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
import org.jspecify.annotations.Nullable;

/** The side that accepts: Challenge, then Welcome. It proves nothing to who has not. */
public final class AcceptorHandshake implements Handshake {
    private final ProcessIdentity own;
    private final Challenge challenge;

    /** Null until it has arrived and was answered. */
    private @Nullable Hello answered;

    /**
     * One handshake.
     *
     * @param nonce never used before
     */
    public AcceptorHandshake(ProcessIdentity own, Bytes32 nonce) {
        this.own = own;
        this.challenge = new Challenge(HandshakeCodec.VERSION, nonce, own.role(), own.clusterId());
    }

    @Override
    public HandshakeStep on(HandshakeMessage message) {
        return switch (message) {
            case Refused(int version, Refusal refusal) -> new RefusedByOther(refusal);
            case OtherVersion(int version) ->
                    new Refuse(Refusal.version(version, HandshakeCodec.VERSION));
            case Hello hello -> answer(hello);
            case Proof(Bytes32 mac) -> verify(mac);
            case Challenge other -> outOfTurn("Challenge");
            case Welcome welcome -> outOfTurn("Welcome");
        };
    }

    /**
     * What it says last, to who has proved what it says.
     *
     * @throws IllegalStateException if nobody has
     */
    public Welcome welcome() {
        Hello hello = answered;
        if (hello == null) {
            throw new IllegalStateException("Nobody has said Hello");
        }
        return new Welcome(Proofs.ofAcceptor(own.token(), hello, challenge));
    }

    private HandshakeStep answer(Hello hello) {
        if (answered != null) {
            return outOfTurn("a second Hello");
        }
        if (!hello.clusterId().equals(own.clusterId())) {
            return new Refuse(Refusal.clusterId(hello.clusterId(), own.clusterId()));
        }
        answered = hello;
        return new Say(challenge);
    }

    private HandshakeStep verify(Bytes32 mac) {
        Hello hello = answered;
        if (hello == null) {
            return outOfTurn("Proof");
        }
        if (!mac.equals(Proofs.ofInitiator(own.token(), hello, challenge))) {
            return new Refuse(Refusal.token());
        }
        if (!hello.purpose().admits(hello.role(), own.role())) {
            return new Refuse(
                    new Refusal(
                            RefusalCause.ROLE,
                            "a "
                                    + hello.role()
                                    + " may open no link for "
                                    + hello.purpose()
                                    + " to a "
                                    + own.role()));
        }
        return new Proven(new Peer(hello.role(), hello.purpose()));
    }

    private static Refuse outOfTurn(String what) {
        return new Refuse(
                new Refusal(RefusalCause.MALFORMED, "the initiator said " + what + " out of turn"));
    }
}
