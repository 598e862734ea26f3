package dev.millstream.transport.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millstream.transport.handshake.HandshakeMessage.Challenge;
import dev.millstream.transport.handshake.HandshakeMessage.Hello;
import dev.millstream.transport.handshake.HandshakeMessage.OtherVersion;
import dev.millstream.transport.handshake.HandshakeMessage.Proof;
import dev.millstream.transport.handshake.HandshakeMessage.Refused;
import dev.millstream.transport.handshake.HandshakeMessage.Welcome;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandshakeReaderTest {
    private static final Bytes32 BYTES = Bytes32.random(new SecureRandom());
    private static final List<HandshakeMessage> ALL =
            List.of(
                    new Hello(1, BYTES, Role.TASK_MANAGER, Purpose.DATA, "Mühle"),
                    new Challenge(1, BYTES, Role.JOB_MANAGER, "x".repeat(200)),
                    new Proof(BYTES),
                    new Welcome(BYTES),
                    new Refused(9, new Refusal(RefusalCause.TOKEN, "no")));

    private static byte[] encodeAll() {
        ByteBuffer all = ByteBuffer.allocate(ALL.size() * HandshakeCodec.MAX_MESSAGE_BYTES);
        ALL.forEach(message -> all.put(HandshakeCodec.encode(message)));
        byte[] bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }

    private static List<HandshakeMessage> read(byte[] bytes, int pieceBytes)
            throws HandshakeException {
        HandshakeReader reader = new HandshakeReader();
        List<HandshakeMessage> found = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += pieceBytes) {
            ByteBuffer piece =
                    ByteBuffer.wrap(bytes, from, Math.min(pieceBytes, bytes.length - from));
            while (piece.hasRemaining()) {
                HandshakeMessage message = reader.read(piece);
                if (message != null) {
                    found.add(message);
                }
            }
        }
        return found;
    }

    private static Refusal refusal(byte[] bytes) {
        HandshakeException failure =
                catchThrowableOfType(HandshakeException.class, () -> read(bytes, bytes.length));
        assertThat(failure).isNotNull();
        return failure.refusal();
    }

    @Test
    void shouldFindMessagesHoweverTheyArrive() throws HandshakeException {
        byte[] bytes = encodeAll();
        for (int pieceBytes : new int[] {1, 2, 5, 6, 7, 64, bytes.length}) {
            assertThat(read(bytes, pieceBytes)).isEqualTo(ALL);
        }
    }

    @Test
    void shouldReadTheVersionOfMessagesFromOtherReleases() throws HandshakeException {
        byte[] later =
                ByteBuffer.allocate(40)
                        .putInt(HandshakeCodec.MAGIC)
                        .putShort((short) 34)
                        .put((byte) 1)
                        .putShort((short) 65_535)
                        .array();
        assertThat(read(later, 1)).containsExactly(new OtherVersion(65_535));
    }

    @Test
    void shouldSayWhatSpeaksAnotherProtocol() {
        assertThat(refusal("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII)).text())
                .contains("speaks HTTP");
        assertThat(refusal(new byte[] {0x16, 3, 1, 2, 0}).text())
                .contains("TLS", "security.ssl.internal.enabled");
        assertThat(refusal(new byte[] {'M', 'S', 'T', 'X', 'a'}))
                .isEqualTo(
                        new Refusal(
                                RefusalCause.NOT_OURS,
                                "the other side is no process of Millstream: it begins with"
                                        + " 4d53545861"));
    }

    @Test
    void shouldRefuseAtTheFirstWrongByte() {
        HandshakeReader reader = new HandshakeReader();
        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(new byte[] {'G'})))
                .isInstanceOf(HandshakeException.class);
    }

    @Test
    void shouldRefuseLongMessagesBeforeTheyArrive() {
        for (int length : new int[] {0, 507, 65_535}) {
            byte[] header =
                    ByteBuffer.allocate(6)
                            .putInt(HandshakeCodec.MAGIC)
                            .putShort((short) length)
                            .array();
            assertThat(refusal(header).cause()).isEqualTo(RefusalCause.MALFORMED);
        }
    }

    @Test
    void shouldKeepEveryMessageWithinItsLimit() throws HandshakeException {
        String text = "\u00fc\u20ac".repeat(1_000);
        byte[] bytes = HandshakeCodec.encode(new Refused(1, new Refusal(RefusalCause.ROLE, text)));
        assertThat(bytes.length).isLessThanOrEqualTo(HandshakeCodec.MAX_MESSAGE_BYTES);
        Refused read = (Refused) read(bytes, 1).getFirst();
        assertThat(text).startsWith(read.refusal().text());
        assertThat(read.refusal().text()).hasSizeGreaterThan(100);
    }

    @Test
    void shouldMakeOthersTextFitForALog() throws HandshakeException {
        byte[] bytes =
                HandshakeCodec.encode(
                        new Refused(1, new Refusal(RefusalCause.ROLE, "a\nb\u001b[31m")));
        Refused read = (Refused) read(bytes, bytes.length).getFirst();
        assertThat(read.refusal().text()).isEqualTo("a?b?[31m");
    }

    @Test
    void shouldEndInAMessageOrARefusalWhateverArrives() {
        byte[] good = encodeAll();
        int refused = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = good.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(bytes, random.nextInt(1, 64)).size()).isLessThan(100);
            } catch (HandshakeException e) {
                refused++;
                assertThat(e.refusal().text().length()).isLessThan(300);
            }
        }
        assertThat(refused).isBetween(5_000, 20_000);
    }
}
