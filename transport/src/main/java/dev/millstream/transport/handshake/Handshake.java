package dev.millstream.transport.handshake;

/** One side of a handshake: decides, and does nothing else. */
public sealed interface Handshake permits AcceptorHandshake, InitiatorHandshake {
    /** The other side has said something. Not to be called again after any step but Say. */
    HandshakeStep on(HandshakeMessage message);
}
