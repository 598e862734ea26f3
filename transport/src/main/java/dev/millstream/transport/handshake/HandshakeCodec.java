package dev.millstream.transport.handshake;

import dev.millstream.transport.handshake.HandshakeMessage.Challenge;
import dev.millstream.transport.handshake.HandshakeMessage.Hello;
import dev.millstream.transport.handshake.HandshakeMessage.OtherVersion;
import dev.millstream.transport.handshake.HandshakeMessage.Proof;
import dev.millstream.transport.handshake.HandshakeMessage.Refused;
import dev.millstream.transport.handshake.HandshakeMessage.Welcome;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Messages as bytes: a magic number, the length of what follows, a kind, and its fields. A message
 * has exactly one form, so that both sides sign the same bytes.
 */
public final class HandshakeCodec {
    /** Raised whenever what follows a handshake, or its fields, change. */
    public static final int VERSION = 1;

    /** No message is longer, header included. */
    public static final int MAX_MESSAGE_BYTES = 512;

    /** "MSTL". */
    static final int MAGIC = 0x4D53544C;

    static final int HEADER_BYTES = Integer.BYTES + Short.BYTES;

    private static final int MAX_REFUSAL_TEXT_BYTES = 450;

    private static final int HELLO = 1;
    private static final int CHALLENGE = 2;
    private static final int PROOF = 3;
    private static final int WELCOME = 4;
    private static final int REFUSED = 5;

    private HandshakeCodec() {}

    /** The message with its header. */
    public static byte[] encode(HandshakeMessage message) {
        ByteBuffer out = ByteBuffer.allocate(MAX_MESSAGE_BYTES);
        out.putInt(MAGIC).putShort((short) 0);
        switch (message) {
            case Hello hello -> {
                out.put((byte) HELLO).putShort((short) hello.version());
                hello.nonce().write(out);
                out.put((byte) hello.role().wireId()).put((byte) hello.purpose().wireId());
                writeText(hello.clusterId().getBytes(StandardCharsets.UTF_8), out);
            }
            case Challenge challenge -> {
                out.put((byte) CHALLENGE).putShort((short) challenge.version());
                challenge.nonce().write(out);
                out.put((byte) challenge.role().wireId());
                writeText(challenge.clusterId().getBytes(StandardCharsets.UTF_8), out);
            }
            case OtherVersion other ->
                    throw new IllegalArgumentException("This process speaks version " + VERSION);
            case Proof(Bytes32 mac) -> mac.write(out.put((byte) PROOF));
            case Welcome(Bytes32 mac) -> mac.write(out.put((byte) WELCOME));
            case Refused(int version, Refusal refusal) -> {
                out.put((byte) REFUSED).putShort((short) version);
                out.put((byte) refusal.cause().wireId());
                writeText(shortened(refusal.text()), out);
            }
        }
        out.putShort(Integer.BYTES, (short) (out.position() - HEADER_BYTES));
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void writeText(byte[] text, ByteBuffer out) {
        out.putShort((short) text.length).put(text);
    }

    private static byte[] shortened(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, MAX_REFUSAL_TEXT_BYTES);
        while (length < bytes.length && length > 0 && (bytes[length] & 0xC0) == 0x80) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }

    /**
     * Reads a message.
     *
     * @param body what follows the header, all of it
     */
    static HandshakeMessage decode(ByteBuffer body) throws HandshakeException {
        try {
            HandshakeMessage message = read(body);
            if (body.hasRemaining() && !(message instanceof OtherVersion)) {
                throw malformed("a message with bytes behind its end");
            }
            return message;
        } catch (BufferUnderflowException e) {
            throw malformed("a message that ends too early");
        }
    }

    private static HandshakeMessage read(ByteBuffer in) throws HandshakeException {
        int kind = in.get();
        return switch (kind) {
            case HELLO -> readHello(in);
            case CHALLENGE -> readChallenge(in);
            case PROOF -> new Proof(Bytes32.read(in));
            case WELCOME -> new Welcome(Bytes32.read(in));
            case REFUSED -> readRefused(in);
            default -> throw malformed("a message of the unknown kind " + kind);
        };
    }

    private static HandshakeMessage readHello(ByteBuffer in) throws HandshakeException {
        int version = Short.toUnsignedInt(in.getShort());
        if (version != VERSION) {
            return new OtherVersion(version);
        }
        return new Hello(version, Bytes32.read(in), readRole(in), readPurpose(in), readText(in));
    }

    private static HandshakeMessage readChallenge(ByteBuffer in) throws HandshakeException {
        int version = Short.toUnsignedInt(in.getShort());
        if (version != VERSION) {
            return new OtherVersion(version);
        }
        return new Challenge(version, Bytes32.read(in), readRole(in), readText(in));
    }

    private static HandshakeMessage readRefused(ByteBuffer in) throws HandshakeException {
        int version = Short.toUnsignedInt(in.getShort());
        RefusalCause cause = RefusalCause.ofWireId(in.get()).orElse(RefusalCause.MALFORMED);
        return new Refused(version, new Refusal(cause, printable(readText(in))));
    }

    private static Role readRole(ByteBuffer in) throws HandshakeException {
        int id = in.get();
        return Role.ofWireId(id).orElseThrow(() -> malformed("the unknown role " + id));
    }

    private static Purpose readPurpose(ByteBuffer in) throws HandshakeException {
        int id = in.get();
        return Purpose.ofWireId(id).orElseThrow(() -> malformed("the unknown purpose " + id));
    }

    private static String readText(ByteBuffer in) throws HandshakeException {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw malformed("a text that is longer than its message");
        }
        ByteBuffer text = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(text);
            return decoded.toString();
        } catch (CharacterCodingException e) {
            throw malformed("a text that is not UTF-8");
        }
    }

    /** Somebody else's text, fit for a log. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static HandshakeException malformed(String what) {
        return new HandshakeException(RefusalCause.MALFORMED, "the other side sent " + what);
    }
}
