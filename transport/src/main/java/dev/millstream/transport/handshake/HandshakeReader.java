package dev.millstream.transport.handshake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages in the bytes of a connection, however they arrive. Holds no more than one message;
 * notices at the first wrong byte that the other side speaks another protocol. Not thread-safe.
 */
public final class HandshakeReader {
    private static final int SHOWN_BYTES = 8;
    private static final int TLS_HANDSHAKE = 0x16;

    private final byte[] bytes = new byte[HandshakeCodec.MAX_MESSAGE_BYTES];
    private int filled;

    /** Of the message that arrives, header included; as soon as it is known. */
    private int wanted = HandshakeCodec.HEADER_BYTES;

    /**
     * Takes the bytes of at most one message.
     *
     * @param in from its position; what belongs to later messages stays there
     * @return null if the message is not complete yet
     */
    public @Nullable HandshakeMessage read(ByteBuffer in) throws HandshakeException {
        if (filled < HandshakeCodec.HEADER_BYTES) {
            fill(in);
            checkMagic(in);
            if (filled < HandshakeCodec.HEADER_BYTES) {
                return null;
            }
            wanted = HandshakeCodec.HEADER_BYTES + bodyLength();
        }
        fill(in);
        if (filled < wanted) {
            return null;
        }
        ByteBuffer body =
                ByteBuffer.wrap(
                                bytes,
                                HandshakeCodec.HEADER_BYTES,
                                wanted - HandshakeCodec.HEADER_BYTES)
                        .slice();
        filled = 0;
        wanted = HandshakeCodec.HEADER_BYTES;
        return HandshakeCodec.decode(body);
    }

    private void fill(ByteBuffer in) {
        int count = Math.min(wanted - filled, in.remaining());
        in.get(bytes, filled, count);
        filled += count;
    }

    private void checkMagic(ByteBuffer rest) throws HandshakeException {
        for (int i = 0; i < Math.min(filled, Integer.BYTES); i++) {
            byte expected = (byte) (HandshakeCodec.MAGIC >>> (24 - 8 * i));
            if (bytes[i] != expected) {
                throw new HandshakeException(RefusalCause.NOT_OURS, describe(rest));
            }
        }
    }

    private int bodyLength() throws HandshakeException {
        int length = ((bytes[4] & 0xFF) << 8) | (bytes[5] & 0xFF);
        if (length == 0
                || length > HandshakeCodec.MAX_MESSAGE_BYTES - HandshakeCodec.HEADER_BYTES) {
            throw new HandshakeException(
                    RefusalCause.MALFORMED,
                    "the other side announced a message of "
                            + length
                            + " bytes, where at most "
                            + HandshakeCodec.MAX_MESSAGE_BYTES
                            + " may be");
        }
        return length;
    }

    /** What the other side seems to be. */
    private String describe(ByteBuffer rest) {
        byte[] shown = Arrays.copyOf(bytes, Math.min(SHOWN_BYTES, filled + rest.remaining()));
        for (int i = filled; i < shown.length; i++) {
            shown[i] = rest.get(rest.position() + i - filled);
        }
        if (shown[0] == TLS_HANDSHAKE) {
            return "the other side speaks TLS, and this process does not: set"
                    + " security.ssl.internal.enabled alike everywhere";
        }
        String text = new String(shown, StandardCharsets.ISO_8859_1);
        boolean http = text.matches("(?s)(GET |POST |PUT |HEAD |HTTP/|OPTIONS |DELETE ).*");
        return "the other side is no process of Millstream: it "
                + (http ? "speaks HTTP" : "begins with " + HexFormat.of().formatHex(shown));
    }
}
