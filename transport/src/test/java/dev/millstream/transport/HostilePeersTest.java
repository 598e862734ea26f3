package dev.millstream.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.transport.handshake.Bytes32;
import dev.millstream.transport.handshake.HandshakeCodec;
import dev.millstream.transport.handshake.HandshakeException;
import dev.millstream.transport.handshake.HandshakeMessage;
import dev.millstream.transport.handshake.HandshakeReader;
import dev.millstream.transport.handshake.HandshakeStep;
import dev.millstream.transport.handshake.InitiatorHandshake;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostilePeersTest {
    private static final ProcessIdentity TASK_MANAGER =
            new ProcessIdentity("test", Role.TASK_MANAGER, TestTransports.TOKEN);

    private final Configuration configuration =
            new Configuration()
                    .set(TransportOptions.HANDSHAKE_TIMEOUT, Duration.ofMillis(300))
                    .set(TransportOptions.MAX_UNPROVEN, 50)
                    .set(TransportOptions.MAX_UNPROVEN_PER_ADDRESS, 40);
    private final TestTransports transports = new TestTransports();
    private final NettyTransport server = transports.process(Role.JOB_MANAGER, configuration);
    private final LinkRecorder atServer = new LinkRecorder();
    private final Address address =
            server.network(Purpose.RPC)
                    .listen(new Address("127.0.0.1", 0), _ -> atServer)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join()
                    .address();

    @AfterEach
    void end() {
        transports.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static InitiatorHandshake handshake(ProcessIdentity identity) {
        return new InitiatorHandshake(identity, Purpose.RPC, Bytes32.random(new SecureRandom()));
    }

    private static HandshakeMessage receive(RawPeer peer) throws IOException, HandshakeException {
        HandshakeReader reader = new HandshakeReader();
        while (true) {
            HandshakeMessage message = reader.read(ByteBuffer.wrap(peer.receive(1)));
            if (message != null) {
                return message;
            }
        }
    }

    /** A connection whose handshake is done, by a peer that then may say anything. */
    private RawPeer proven() throws IOException, HandshakeException {
        RawPeer peer = new RawPeer(address);
        InitiatorHandshake handshake = handshake(TASK_MANAGER);
        peer.send(HandshakeCodec.encode(handshake.hello()));
        HandshakeStep.Say answer = (HandshakeStep.Say) handshake.on(receive(peer));
        peer.send(HandshakeCodec.encode(answer.message()));
        assertThat(handshake.on(receive(peer))).isInstanceOf(HandshakeStep.Proven.class);
        return peer;
    }

    /** The server still serves those who belong to it. */
    private void assertAlive() {
        Link link =
                transports
                        .process(Role.TASK_MANAGER, new Configuration())
                        .network(Purpose.RPC)
                        .connect(address, new LinkRecorder())
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
        link.close("seen");
    }

    @Test
    void shouldHangUpOnOtherProtocolsWithoutAnAnswer() throws IOException {
        byte[] tls = {0x16, 3, 1, 0, 100, 1, 0, 0, 96, 3, 3};
        for (byte[] bytes : List.of(ascii("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), tls, ascii("\0"))) {
            try (RawPeer peer = new RawPeer(address)) {
                assertThat(peer.send(bytes).untilEnd()).isEmpty();
            }
        }
        assertThat(server.usage().refusedConnections()).isEqualTo(3);
        assertAlive();
    }

    @Test
    void shouldAnswerGarbageInTimeWithLittleAndHangUp() throws IOException {
        byte[] good = HandshakeCodec.encode(handshake(TASK_MANAGER).hello());
        List<RawPeer> peers = new ArrayList<>();
        try {
            for (int seed = 0; seed < 40; seed++) {
                Random random = new Random(seed);
                byte[] bytes = good.clone();
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                RawPeer peer = new RawPeer(address);
                peers.add(peer);
                peer.send(bytes);
            }
            for (RawPeer peer : peers) {
                assertThat(peer.untilEnd().length)
                        .isLessThanOrEqualTo(2 * HandshakeCodec.MAX_MESSAGE_BYTES);
            }
        } finally {
            for (RawPeer peer : peers) {
                peer.close();
            }
        }
        assertAlive();
    }

    @Test
    void shouldHangUpOnHalfAMessage() throws Exception {
        byte[] hello = HandshakeCodec.encode(handshake(TASK_MANAGER).hello());
        for (int length : new int[] {0, 1, 5, 6, 7, hello.length - 1}) {
            try (RawPeer peer = new RawPeer(address)) {
                byte[] half = Arrays.copyOf(hello, length);
                String said = new String(peer.send(half).untilEnd(), StandardCharsets.UTF_8);
                assertThat(said)
                        .contains(length == 0 ? "said nothing" : "did not finish", "300 ms");
            }
        }
        assertThat(server.usage().unprovenConnections()).isZero();
        assertAlive();
    }

    @Test
    void shouldNotGiveMoreTimeToWhoSpeaksSlowly() throws IOException {
        byte[] hello = HandshakeCodec.encode(handshake(TASK_MANAGER).hello());
        try (RawPeer peer = new RawPeer(address)) {
            int sent = 0;
            boolean ended = false;
            while (!ended && sent < hello.length - 1) {
                try {
                    peer.send(new byte[] {hello[sent]});
                } catch (IOException e) {
                    break;
                }
                sent++;
                ended = peer.hasEnded(100);
            }
            assertThat(sent).isLessThan(hello.length - 1);
        }
        assertAlive();
    }

    @Test
    void shouldServeItsOwnAmongAThousandThatSayNothing() throws Exception {
        List<RawPeer> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                silent.add(new RawPeer(address));
                if (i % 250 == 0) {
                    assertThat(server.usage().unprovenConnections()).isLessThanOrEqualTo(40);
                    assertAlive();
                }
            }
            for (RawPeer peer : silent) {
                peer.untilEnd();
            }
            assertThat(server.usage().unprovenConnections()).isZero();
            assertThat(server.usage().refusedConnections()).isEqualTo(1_000);
            assertAlive();
        } finally {
            for (RawPeer peer : silent) {
                peer.close();
            }
        }
    }

    @Test
    void shouldTellAtOnceThatAPeerWasKilled() throws Exception {
        proven().reset();
        assertThat(atServer.closedReason()).isNotEmpty();
        assertThat(atServer.closings()).isEqualTo(1);
        try (RawPeer leaving = proven()) {
            assertThat(server.usage().links()).isEqualTo(1);
            leaving.send(new byte[5]);
        }
        assertAlive();
    }

    @Test
    void shouldBreakALinkWhoseBytesWereAltered() throws Exception {
        try (RawPeer peer = proven()) {
            peer.send(new byte[64]);
            assertThat(atServer.closedReason()).contains("altered");
            String said = new String(peer.untilEnd(), StandardCharsets.UTF_8);
            assertThat(said).contains("altered");
        }
        assertThat(atServer.closings()).isEqualTo(1);
    }

    @Test
    void shouldNotLetAProofServeTwice() throws Exception {
        InitiatorHandshake handshake = handshake(TASK_MANAGER);
        byte[] proof;
        try (RawPeer first = new RawPeer(address)) {
            first.send(HandshakeCodec.encode(handshake.hello()));
            HandshakeStep.Say answer = (HandshakeStep.Say) handshake.on(receive(first));
            proof = HandshakeCodec.encode(answer.message());
            first.send(proof);
            assertThat(receive(first)).isInstanceOf(HandshakeMessage.Welcome.class);
        }
        try (RawPeer second = new RawPeer(address)) {
            second.send(HandshakeCodec.encode(handshake.hello()));
            assertThat(receive(second)).isInstanceOf(HandshakeMessage.Challenge.class);
            second.send(proof);
            assertThat(receive(second)).isInstanceOf(HandshakeMessage.Refused.class);
        }
    }
}
