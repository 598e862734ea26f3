package dev.millstream.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.link.Link;
import dev.millstream.platform.link.LinkConformance;
import dev.millstream.platform.link.LinkListener;
import dev.millstream.platform.link.Network;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalNetworkTest extends LinkConformance {
    private final LocalHub hub = new LocalHub();
    private final MachinePlatform server = MachinePlatform.among(hub, "server");
    private final MachinePlatform client = MachinePlatform.among(hub, "client");

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    @Override
    protected Network server() {
        return server.network();
    }

    @Override
    protected Network client() {
        return client.network();
    }

    @Test
    void shouldBreakTheLinksOfAProcessThatEnds() {
        Ends atServer = new Ends();
        var listening = await(server().listen(new Address("127.0.0.1", 0), _ -> atServer));
        Ends atClient = new Ends();
        var _ = await(client().connect(listening.address(), atClient));
        server.close();
        assertThat(await(atClient.closed)).contains("the process has ended");
        assertThat(client().connect(listening.address(), new Ends())).isCompletedExceptionally();
        assertThat(client.usage().links()).isZero();
    }

    private static final class Ends implements LinkListener {
        private final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public void received(Link link, ByteBuffer frame) {}

        @Override
        public void closed(Link link, String reason) {
            closed.complete(reason);
        }
    }
}
