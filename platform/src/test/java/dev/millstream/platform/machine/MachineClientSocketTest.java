package dev.millstream.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.platform.link.Address;
import dev.millstream.platform.socket.ClientSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MachineClientSocketTest {
    private static final int TIMEOUT_MS = 10_000;

    private final MachinePlatform platform = MachinePlatform.alone("test");
    private final ClientSocket socket = platform.clientSockets().open();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        server.close();
        platform.close();
    }

    private Address address() {
        return new Address(server.getInetAddress().getHostAddress(), server.getLocalPort());
    }

    @Test
    void shouldReadUntilTheServerHasSentItsLastByte() throws Exception {
        socket.connect(address(), TIMEOUT_MS);
        try (Socket accepted = server.accept()) {
            accepted.getOutputStream().write("abc".getBytes(StandardCharsets.UTF_8));
        }
        byte[] read = new byte[10];
        int count = 0;
        for (int more = 0; more >= 0; more = socket.read(read, count, read.length - count)) {
            count += more;
        }
        assertThat(new String(read, 0, count, StandardCharsets.UTF_8)).isEqualTo("abc");
    }

    @Test
    void shouldEndAReadThatWaitsWhenItIsClosed() throws Exception {
        socket.connect(address(), TIMEOUT_MS);
        try (Socket accepted = server.accept()) {
            byte[] read = new byte[1];
            CompletableFuture<Integer> waiting =
                    platform.blockingPool().submit("read", () -> socket.read(read, 0, 1));
            accepted.getOutputStream().write(7);
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            CompletableFuture<Integer> silent =
                    platform.blockingPool().submit("read", () -> socket.read(read, 0, 1));
            socket.close();
            assertThatThrownBy(() -> silent.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SocketException.class);
        }
    }

    @Test
    void shouldNotConnectOnceItIsClosed() {
        socket.close();
        assertThatThrownBy(() -> socket.connect(address(), TIMEOUT_MS))
                .isInstanceOf(SocketException.class);
    }

    @Test
    void shouldSayThatNobodyListens() throws Exception {
        Address nobody = address();
        server.close();
        assertThatThrownBy(() -> socket.connect(nobody, TIMEOUT_MS))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void shouldSayWhichHostIsUnknown() {
        assertThatThrownBy(() -> socket.connect(new Address("no.such.invalid", 1), TIMEOUT_MS))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("no.such.invalid");
    }
}
