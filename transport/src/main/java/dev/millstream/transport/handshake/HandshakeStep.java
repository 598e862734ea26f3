package dev.millstream.transport.handshake;

/** What a side does about a message. */
public sealed interface HandshakeStep {
    /** It says something. */
    record Say(HandshakeMessage message) implements HandshakeStep {}

    /** The other side has proved what it says. */
    record Proven(Peer peer) implements HandshakeStep {}

    /** There will be no link, and the other side does not know yet. */
    record Refuse(Refusal refusal) implements HandshakeStep {}

    /** There will be no link: the other side has said so. */
    record RefusedByOther(Refusal refusal) implements HandshakeStep {}
}
