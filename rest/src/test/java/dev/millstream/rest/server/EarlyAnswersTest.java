package dev.millstream.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.rest.RestServerOptions;
import dev.millstream.rest.fixture.RawHttp;
import dev.millstream.rest.fixture.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals that are known before the whole body has come, to clients that send it to its end. */
class EarlyAnswersTest {
    /** Far more than the sockets of both sides hold. */
    private static final int LARGE_BYTES = 32 << 20;

    private static final int PIECE_BYTES = 1 << 16;
    private static final String BOUNDARY = "a-boundary-that-no-jar-holds";

    private static final String FORM_START =
            "--"
                    + BOUNDARY
                    + "\r\n"
                    + "Content-Disposition: form-data; name=\"jarfile\";"
                    + " filename=\"a.jar\"\r\n\r\n";

    @TempDir private Path directory;

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server =
                new RunningServer(
                        directory,
                        new Configuration()
                                .set(
                                        RestServerOptions.MAX_CONTENT_LENGTH,
                                        MemorySize.parse("64k")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String head(String method, String path, Map<String, String> changes) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Host", "127.0.0.1:" + server.port());
        headers.put("Authorization", RunningServer.TOKEN.authorization());
        headers.put("Content-Length", Integer.toString(LARGE_BYTES));
        headers.putAll(changes);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        return head.append("\r\n").toString();
    }

    @Test
    void shouldTellWhoIsNotLetInWhileTheBodyIsUnderWay() throws Exception {
        assertAnswer(401, "token", head("POST", "/v1/jars/upload", Map.of("Authorization", "")));
        assertAnswer(401, "token", head("POST", "/nothing", Map.of("Authorization", "Bearer no")));
        assertAnswer(421, "Host", head("POST", "/v1/jars/upload", Map.of("Host", "evil.example")));
        assertAnswer(
                403,
                "other sites",
                head("POST", "/v1/jars/upload", Map.of("Origin", "http://evil.example")));
    }

    @Test
    void shouldTellWhatIsNotThereWhileTheBodyIsUnderWay() throws Exception {
        assertAnswer(404, "", head("POST", "/v1/nothing", Map.of()));
        assertAnswer(404, "no jar", head("POST", "/v1/jars/x/run", Map.of()));
        assertAnswer(405, "", head("BREW", "/v1/jars", Map.of()));
        assertAnswer(400, "version", head("POST", "/v1/jobs", Map.of()));
        assertAnswer(413, "longer", head("POST", "/v1/jobs", records()));
        assertAnswer(400, "SHA-256", head("PUT", "/v1/millstream/blobs/x", Map.of()));
    }

    private static Map<String, String> records() {
        return Map.of(
                "Millstream-Protocol", "1",
                "Content-Type", "application/x-millstream",
                "Content-Length", Integer.toString(65 << 20));
    }

    @Test
    void shouldTellThatAJarIsTooLargeWhileItIsUnderWay() throws Exception {
        String option = "rest.server.max-content-length";
        assertAnswer(413, option, head("POST", "/v1/jars/upload", Map.of()));
        assertAnswer(413, option, head("POST", "/v1/jars/upload?name=a.jar", Map.of()));
        String sha256 = "0".repeat(64);
        assertAnswer(
                413,
                option,
                head("PUT", "/v1/millstream/blobs/" + sha256 + "?size=" + LARGE_BYTES, Map.of()));
        assertAnswer(
                413, option, head("PUT", "/v1/millstream/blobs/" + sha256 + "?size=5", Map.of()));
    }

    @Test
    void shouldTellThatAFormIsTooLargeWhileItIsUnderWay() throws Exception {
        String type = "multipart/form-data; boundary=" + BOUNDARY;
        String head = head("POST", "/v1/jars/upload", Map.of("Content-Type", type));
        assertAnswer(413, "rest.server.max-content-length", head + FORM_START);
        assertThat(server.get("/v1/jars").body()).isEqualTo("{\"files\":[]}");
    }

    @Test
    void shouldAnswerWhoSendsChunksOfUnknownNumber() throws Exception {
        Map<String, String> chunked = Map.of("Content-Length", "", "Transfer-Encoding", "chunked");
        Map<String, String> stranger = new TreeMap<>(chunked);
        stranger.put("Authorization", "");
        Map<String, String> form = new TreeMap<>(chunked);
        form.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        assertChunkedAnswer(413, head("POST", "/v1/jars/upload", chunked));
        assertChunkedAnswer(401, head("POST", "/v1/jars/upload", stranger));
        assertChunkedAnswer(404, head("POST", "/v1/nothing", chunked));
        assertChunkedAnswer(413, head("POST", "/v1/jars/upload", form));
        String start = FORM_START + "x".repeat(PIECE_BYTES);
        String chunk = Integer.toHexString(start.length()) + "\r\n" + start + "\r\n";
        assertChunkedAnswer(413, head("POST", "/v1/jars/upload", form) + chunk);
    }

    @Test
    void shouldTellThatHeadersAreTooLongWhileTheyAreUnderWay() throws Exception {
        assertAnswer(431, "", head("GET", "/v1/jobs", Map.of()).stripTrailing() + "\r\nX: ");
        assertAnswer(414, "", "GET /");
        assertAnswer(400, "", "nonsense\r\n\r\n");
    }

    @Test
    void shouldNotAskForABodyThatItRefuses() throws Exception {
        String request =
                head(
                        "POST",
                        "/v1/jars/upload",
                        Map.of("Expect", "100-continue", "Authorization", ""));
        try (Socket socket = RawHttp.connect(server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(RawHttp.status(answer(socket))).isEqualTo(401);
        }
    }

    @Test
    void shouldNotReadOnForEver() throws Exception {
        String request = head("POST", "/v1/nothing", Map.of("Content-Length", "999999999999999"));
        try (Socket socket = RawHttp.connect(server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = new byte[1 << 20];
            long sentMiB = 0;
            try {
                while (sentMiB < 4_096) {
                    out.write(piece);
                    sentMiB++;
                }
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*");
            }
            assertThat(sentMiB).isBetween(32L, 1_024L);
        }
    }

    /** Sends the whole body before it looks for an answer. */
    private void assertAnswer(int status, String reason, String head) throws IOException {
        try (Socket socket = RawHttp.connect(server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = "y".repeat(PIECE_BYTES).getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < LARGE_BYTES; sent += PIECE_BYTES) {
                out.write(piece);
            }
            assertRefused(status, reason, socket, head);
        }
    }

    private void assertChunkedAnswer(int status, String head) throws IOException {
        try (Socket socket = RawHttp.connect(server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            String size = Integer.toHexString(PIECE_BYTES) + "\r\n";
            byte[] piece =
                    (size + "x".repeat(PIECE_BYTES) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < LARGE_BYTES; sent += PIECE_BYTES) {
                out.write(piece);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertRefused(status, "", socket, head);
        }
    }

    private static void assertRefused(int status, String reason, Socket socket, String head)
            throws IOException {
        String answer = answer(socket);
        assertThat(RawHttp.status(answer)).as("%s%s", head, answer).isEqualTo(status);
        assertThat(answer)
                .as("a client must not send its next request here")
                .contains("Connection: close\r\n");
        assertThat(answer).contains("{\"errors\":[\"").contains(reason);
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
