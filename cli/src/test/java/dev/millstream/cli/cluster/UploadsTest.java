package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.cli.fixture.RunningCluster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jars that come over REST to a JobManager's process. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UploadsTest {
    private static final int BOMB_BYTES = 40 << 20;

    @TempDir private static Path folder;

    private static RunningCluster cluster;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        http = HttpClient.newHttpClient();
        cluster =
                new RunningCluster(Files.createDirectories(folder.resolve("cluster")))
                        .started(
                                "--taskmanagers",
                                "1",
                                "-D",
                                "rest.server.max-content-length=1 mb",
                                "-D",
                                "rest.jar.max-expanded-size=16 mb");
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
        http.close();
    }

    @Test
    void shouldRunAJarWhateverNameItComesUnder() throws Exception {
        Path jar =
                ProgramJars.compile(folder)
                        .write(folder.resolve("tiny.jar"), "tiny.TinyJob", Map.of("number", "7"));
        byte[] bytes = Files.readAllBytes(jar);
        String id = "";
        for (String name : List.of("../../../evil.jar", "/etc/evil.jar", "..\\evil.jar", "..")) {
            HttpResponse<String> uploaded = upload(name, bytes);
            assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
            id = String.valueOf(Json.object(uploaded.body()).get("id"));
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil.jar");
        }
        assertThat(id).matches("[0-9a-f]{64}");

        HttpResponse<String> run =
                post("/jars/" + id + "/run", "{\"programArgsList\":[\"adding\"]}");

        assertThat(run.statusCode()).as(run.body()).isEqualTo(200);
        String job = String.valueOf(Json.object(run.body()).get("jobid"));
        cluster.awaitState(job, "FINISHED");
        assertThat(cluster.call("result", job, "--json").out()).contains("56");
        for (String path : List.of("/jars/../../token", "/jars/..%2f..%2ftoken/run")) {
            assertThat(post(path, "{}").statusCode()).as(path).isBetween(400, 499);
        }
    }

    @Test
    void shouldRefuseWhatIsTooLarge() throws Exception {
        HttpResponse<String> large = upload("large.jar", new byte[2 << 20]);
        HttpResponse<String> bomb = upload("bomb.jar", bomb());

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("rest.server.max-content-length");
        assertThat(bomb.statusCode()).isEqualTo(422);
        assertThat(bomb.body()).contains("rest.jar.max-expanded-size");
        assertThat(cluster.jobManager().isAlive()).isTrue();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[BOMB_BYTES]);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static HttpResponse<String> upload(String name, byte[] jar) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(
                ("--limit\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: application/java-archive\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        form.write(jar);
        form.write("\r\n--limit--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(
                request("/jars/upload")
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        String token = Files.readString(cluster.runDirectory().resolve("token")).strip();
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + cluster.restPort() + "/v1" + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
