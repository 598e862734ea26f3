package dev.millstream.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.configuration.OptionCatalog;
import dev.millstream.transport.identity.ClusterToken;
import dev.millstream.transport.identity.ProcessIdentity;
import dev.millstream.transport.identity.Role;
import dev.millstream.transport.socket.SocketType;
import dev.millstream.transport.tls.TlsOptions;
import org.junit.jupiter.api.Test;

class TransportOptionsTest {
    private final Configuration configuration = new Configuration();

    @Test
    void shouldHaveTheDefaultsThatTheCommandLinePromises() {
        assertThat(configuration.get(TransportOptions.JOB_MANAGER_PORT)).isEqualTo(6123);
        assertThat(configuration.get(TransportOptions.TASK_MANAGER_PORT)).isZero();
        assertThat(configuration.get(TransportOptions.JOB_MANAGER_ADDRESS)).isEqualTo("127.0.0.1");
        TransportSettings settings = TransportSettings.of(configuration, Role.JOB_MANAGER);
        assertThat(settings.tls()).isEmpty();
        assertThat(settings.bindHost()).isEmpty();
        assertThat(settings.portOption()).isEqualTo("jobmanager.rpc.port");
        assertThat(settings.sockets().type()).isEqualTo(SocketType.AUTO);
        assertThat(settings.admission().handshakeTimeoutMs()).isEqualTo(2_000);
    }

    @Test
    void shouldDeclareEachOptionOnce() {
        assertThat(OptionCatalog.declaredIn(TransportOptions.class, TlsOptions.class).options())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
    }

    @Test
    void shouldRefuseFramesThatNoArrayHolds() {
        configuration.set(TransportOptions.MAX_FRAME, MemorySize.ofMebiBytes(2_048));
        assertThatThrownBy(() -> TransportSettings.of(configuration, Role.TASK_MANAGER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transport.frame.max-size");
    }

    @Test
    void shouldRefuseAClusterIdThatNoHandshakeHolds() {
        ClusterToken token = ClusterToken.random("here");
        for (String id : new String[] {"", "x".repeat(201)}) {
            assertThatThrownBy(() -> new ProcessIdentity(id, Role.CLIENT, token))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cluster.id");
        }
    }
}
