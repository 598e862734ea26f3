package dev.millstream.transport.handshake;

/** What arrived can't be part of a handshake. */
public final class HandshakeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    HandshakeException(RefusalCause cause, String text) {
        super(text, null, false, false);
        this.refusal = new Refusal(cause, text);
    }

    public Refusal refusal() {
        return refusal;
    }
}
