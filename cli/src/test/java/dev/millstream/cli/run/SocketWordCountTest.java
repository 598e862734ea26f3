package dev.millstream.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SocketWordCountTest {
    private static final String TEXT = "To be, or not to be:\nthat is\r\nthe question\n\nto";
    private static final List<String> COUNTS =
            List.of(
                    "be\t1",
                    "be\t2",
                    "is\t1",
                    "not\t1",
                    "or\t1",
                    "question\t1",
                    "that\t1",
                    "the\t1",
                    "to\t1",
                    "to\t2",
                    "to\t3");

    @TempDir private Path folder;
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private String port() {
        return Integer.toString(server.getLocalPort());
    }

    /** Sends the text to the first client, and ends. */
    private CompletableFuture<Void> serve() {
        return CompletableFuture.runAsync(() -> {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(TEXT.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void shouldPrintAndWriteRunningCountsUntilTheServerEnds() throws Exception {
        Path output = folder.resolve("counts");
        CompletableFuture<Void> served = serve();
        Outcome outcome =
                new InProcess()
                        .call(
                                "run",
                                "-p",
                                "2",
                                "socket-wordcount",
                                "--host",
                                server.getInetAddress().getHostAddress(),
                                "--port",
                                port(),
                                "--output",
                                output.toString());
        served.get(10, TimeUnit.SECONDS);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines()).containsExactlyInAnyOrderElementsOf(COUNTS);
        assertThat(outcome.out().lines().filter(line -> line.startsWith("to\t")))
                .containsExactly("to\t1", "to\t2", "to\t3");
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                written.addAll(Files.readAllLines(file));
            }
        }
        assertThat(written).containsExactlyInAnyOrderElementsOf(COUNTS);
    }

    @Test
    void shouldSayThatNobodyListens() throws Exception {
        String port = port();
        server.close();
        Outcome outcome = new InProcess().call("run", "socket-wordcount", "--port", port);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.messages())
                .contains("Socket Stream")
                .contains("127.0.0.1:" + port)
                .contains("Start the server");
    }

    @Test
    void shouldSayWhichArgumentIsWrong() {
        assertThat(call()).contains("--port PORT");
        assertThat(call("--port", "nine")).contains("'nine'");
        assertThat(call("--port", "65536")).contains("from 1 to 65535");
        assertThat(call("--port", "1", "2")).contains("--port takes one value, but got 2");
    }

    private static String call(String... args) {
        List<String> all = new ArrayList<>(List.of("run", "socket-wordcount"));
        all.addAll(List.of(args));
        Outcome outcome = new InProcess().call(all.toArray(String[]::new));
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
        return outcome.messages();
    }
}
