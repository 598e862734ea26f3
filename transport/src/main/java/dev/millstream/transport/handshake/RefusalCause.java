package dev.millstream.transport.handshake;

import java.util.Arrays;
import java.util.Optional;

/** Why a handshake failed. */
public enum RefusalCause {
    /** What arrived is not this protocol. */
    NOT_OURS(1),
    /** It is this protocol, but broken or out of turn. */
    MALFORMED(2),
    VERSION(3),
    CLUSTER_ID(4),
    ROLE(5),
    TOKEN(6),
    /** Nobody listens for links of this purpose. */
    PURPOSE(7),
    /** The handshake did not end in time. */
    TOO_SLOW(8),
    /** Too many others came after it. */
    TOO_MANY(9),
    /** The process ends. */
    ENDING(10),
    /** The other side has ended the connection without a word. */
    GONE(11),
    /** Encryption could not be agreed upon. */
    ENCRYPTION(12);

    private final int wireId;

    RefusalCause(int wireId) {
        this.wireId = wireId;
    }

    int wireId() {
        return wireId;
    }

    static Optional<RefusalCause> ofWireId(int id) {
        return Arrays.stream(values()).filter(cause -> cause.wireId == id).findFirst();
    }
}
