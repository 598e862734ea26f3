package dev.millstream.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.rest.fixture.RawHttp;
import dev.millstream.rest.fixture.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileClientsTest {
    @TempDir private Path directory;

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAnswerOthersWhileAThousandConnectionsSayNothing() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                silent.add(RawHttp.connect(server.port()));
            }
            assertThat(server.get("/v1/jobs").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void shouldCloseAConnectionOnWhichNoWholeRequestComes() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (String start :
                    List.of("", "GET /v1/jobs HT", "GET / HTTP/1.1\r\nHost: x\r\nA: b")) {
                Socket socket = RawHttp.connect(server.port());
                slow.add(socket);
                socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
            }
            for (Socket socket : slow) {
                assertThat(isClosed(socket)).isTrue();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void shouldNotBeKeptWaitingByBytesThatComeOneByOne() throws Exception {
        try (Socket socket = RawHttp.connect(server.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            while (sent < 200 && !isClosedAfterAByte(socket)) {
                sent++;
            }
            assertThat(sent).isLessThan(200);
        }
    }

    @Test
    void shouldAnswerGarbageWithAReasonOrNotAtAll() throws Exception {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[1 + random.nextInt(400)];
            random.nextBytes(noise);
            String answer =
                    RawHttp.exchange(
                            server.port(),
                            new String(noise, StandardCharsets.ISO_8859_1) + "\r\n\r\n");
            assertThat(RawHttp.status(answer)).as("%s", round).isIn(0, 400, 414, 431, 505);
            assertThat(answer).doesNotContain("Exception").doesNotContain("<html");
        }
        assertThat(server.get("/v1/jobs").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseEndlessHeadersAndPaths() throws Exception {
        String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
        String header = "GET / HTTP/1.1\r\n" + host + "X: " + "y".repeat(40_000) + "\r\n\r\n";
        assertThat(RawHttp.status(RawHttp.exchange(server.port(), header))).isEqualTo(431);
        String path = "GET /" + "p".repeat(40_000) + " HTTP/1.1\r\n" + host + "\r\n";
        assertThat(RawHttp.status(RawHttp.exchange(server.port(), path))).isIn(414, 431);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            // Fails with a timeout if the server doesn't end the connection.
            byte[] last = socket.getInputStream().readAllBytes();
            return last.length < 10_000;
        } catch (SocketException e) {
            return true;
        }
    }

    /** Sends a byte, and waits a moment for the end, before which the server may say why. */
    private static boolean isClosedAfterAByte(Socket socket) {
        try {
            socket.getOutputStream().write('y');
            return socket.getInputStream().readAllBytes().length < 10_000;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
