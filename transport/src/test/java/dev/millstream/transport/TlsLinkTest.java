package dev.millstream.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.LinkConformance;
import dev.millstream.platform.link.LinkException;
import dev.millstream.platform.link.Listening;
import dev.millstream.platform.link.Network;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import dev.millstream.transport.tls.TestKeys;
import dev.millstream.transport.tls.TlsOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that are encrypted. */
class TlsLinkTest extends LinkConformance {
    @TempDir private static Path folder;

    private static Configuration encrypted = new Configuration();
    private static Configuration stranger = new Configuration();

    private final TestTransports transports = new TestTransports();
    private final NettyTransport server = process(Role.JOB_MANAGER, encrypted);
    private final NettyTransport client = process(Role.TASK_MANAGER, encrypted);

    @BeforeAll
    static void makeKeys() {
        encrypted = TestKeys.selfSigned(folder, "cluster");
        stranger = TestKeys.selfSigned(folder, "stranger");
    }

    @AfterEach
    void end() {
        transports.close();
    }

    /** With time for a cold start of the JDK's encryption on a busy machine. */
    private NettyTransport process(Role role, Configuration configuration) {
        return transports.process(
                role,
                new Configuration(configuration)
                        .set(TransportOptions.HANDSHAKE_TIMEOUT, Duration.ofSeconds(20))
                        .set(TransportOptions.CONNECT_TIMEOUT, Duration.ofSeconds(20)));
    }

    @Override
    protected Network server() {
        return server.network(Purpose.RPC);
    }

    @Override
    protected Network client() {
        return client.network(Purpose.RPC);
    }

    private Address listen() {
        Listening listening =
                await(server().listen(new Address("127.0.0.1", 0), _ -> new LinkRecorder()));
        return listening.address();
    }

    private void assertRefused(Configuration configuration, String... parts) {
        Network network = process(Role.TASK_MANAGER, configuration).network(Purpose.RPC);
        Address address = listen();
        assertThatThrownBy(() -> await(network.connect(address, new LinkRecorder())))
                .cause()
                .isInstanceOf(LinkException.class)
                .hasMessageContainingAll(parts);
        assertThat(server.usage().links()).isZero();
    }

    @Test
    void shouldRefuseWhoDoesNotEncrypt() {
        assertRefused(new Configuration(), "security.ssl.internal.enabled");
    }

    @Test
    void shouldRefuseACertificateThatItDoesNotTrust() {
        assertRefused(stranger, "security.ssl.internal");
    }

    @Test
    void shouldRefuseWhoShowsACertificateThatTheOtherSideDoesNotTrust() {
        Configuration trusting =
                new Configuration(stranger)
                        .set(TlsOptions.TRUSTSTORE, encrypted.get(TlsOptions.TRUSTSTORE));
        assertRefused(trusting, "security.ssl.internal");
    }

    @Test
    void shouldShowNothingInTheClear() throws IOException {
        try (RawPeer peer = new RawPeer(listen())) {
            byte[] answer = peer.send(new byte[] {'M', 'S', 'T', 'L', 0, 1, 1}).untilEnd();
            assertThat(answer.length).isLessThan(100);
        }
    }

    @Test
    void shouldListenBeyondThisMachine() {
        Listening listening =
                await(server().listen(new Address("0.0.0.0", 0), _ -> new LinkRecorder()));
        assertThat(listening.address().port()).isPositive();
    }

    @Test
    void shouldNotStartWithoutItsFiles() {
        Configuration missing = new Configuration().set(TlsOptions.ENABLED, true);
        assertThatThrownBy(() -> process(Role.TASK_MANAGER, missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("security.ssl.internal.keystore");
        Configuration wrong =
                new Configuration(encrypted).set(TlsOptions.TRUSTSTORE_PASSWORD, "other");
        assertThatThrownBy(() -> process(Role.TASK_MANAGER, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("security.ssl.internal.truststore")
                .hasMessageNotContaining("for-tests");
        Configuration nowhere =
                new Configuration(encrypted).set(TlsOptions.KEYSTORE, "/nowhere/key.p12");
        assertThatThrownBy(() -> process(Role.TASK_MANAGER, nowhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/nowhere/key.p12");
    }
}
