package dev.millstream.rest.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.JobID;
import dev.millstream.configuration.Configuration;
import dev.millstream.configuration.MemorySize;
import dev.millstream.rest.RestServerOptions;
import dev.millstream.rest.access.ProgramRun;
import dev.millstream.rest.fixture.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarRoutesTest {
    private static final int MAX_KIB = 256;
    private static final String BOUNDARY = "----edge";

    @TempDir private Path directory;

    private final Configuration limits =
            new Configuration()
                    .set(RestServerOptions.MAX_CONTENT_LENGTH, MemorySize.parse(MAX_KIB + " kb"))
                    .set(RestServerOptions.MAX_EXPANDED_SIZE, MemorySize.ofMebiBytes(8))
                    .set(RestServerOptions.PROGRAM_START_TIMEOUT, Duration.ofMillis(100));
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(directory, limits);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldKeepAJarByItsHashAndRememberItsName() throws Exception {
        byte[] jar = SampleJars.program("org.example.Main");
        String id = hash(jar);

        assertThat(upload(jar, "words.jar").body())
                .isEqualTo(
                        "{\"filename\":\""
                                + id
                                + "\",\"status\":\"success\",\"id\":\""
                                + id
                                + "\"}");
        assertThat(uploadForm("jarfile", jar, "words.jar").statusCode()).isEqualTo(200);

        String listed = server.get("/v1/jars").body();
        assertThat(listed)
                .contains("\"id\":\"" + id + "\",\"name\":\"words.jar\",\"size\":" + jar.length)
                .contains("\"entry\":[{\"name\":\"org.example.Main\",\"description\":null}]");
        assertThat(files()).containsExactly(id + ".jar", id + ".name");

        server.close();
        server = new RunningServer(directory, limits);
        assertThat(server.get("/v1/jars").body()).isEqualTo(listed);
    }

    @Test
    void shouldForgetAJar() throws Exception {
        byte[] jar = SampleJars.program("A");
        assertThat(upload(jar, "a.jar").statusCode()).isEqualTo(200);
        String path = "/v1/jars/" + hash(jar);
        assertThat(server.call("DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(server.get("/v1/jars").body()).isEqualTo("{\"files\":[]}");
        assertThat(files()).isEmpty();
        assertThat(server.call("DELETE", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldTakeNamesForTextAlone() throws Exception {
        List<String> names =
                List.of(
                        "../../etc/passwd",
                        "/etc/cron.d/x.jar",
                        "..\\..\\windows\\x.jar",
                        "x\u0000.jar",
                        "a\r\nX-Evil: 1.jar",
                        "\u202egnp.jar",
                        "..",
                        "",
                        "n".repeat(5_000) + ".jar");
        for (String name : names) {
            byte[] jar = SampleJars.program("Main" + names.indexOf(name));
            assertThat(upload(jar, name).statusCode()).as(name).isEqualTo(200);
            assertThat(
                            uploadForm("jarfile", jar, name.replaceAll("[\r\n\u0000]", "_"))
                                    .statusCode())
                    .as(name)
                    .isEqualTo(200);
        }
        assertThat(files())
                .hasSize(2 * names.size())
                .allMatch(it -> it.matches("[0-9a-f]{64}\\.(jar|name)"));
        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile))
                    .allMatch(it -> it.startsWith(server.jars()));
        }
        assertThat(server.get("/v1/jars").body())
                .contains("\"name\":\"passwd\"")
                .contains("\"name\":\"unnamed.jar\"")
                .doesNotContain("..")
                .doesNotContain("\u202e");
    }

    @Test
    void shouldRefuseWhatIsNoJarOrTooLargeOrABomb() throws Exception {
        Random random = new Random(5);
        byte[] noise = new byte[50_000];
        random.nextBytes(noise);
        assertRefused(422, upload(noise, "noise.jar"), "no jar");
        assertRefused(422, upload(new byte[0], "empty.jar"), "no jar");
        assertRefused(422, upload(SampleJars.bomb(9 << 20), "bomb.jar"), "max-expanded-size");
        assertRefused(422, upload(lying(SampleJars.bomb(9 << 20)), "liar.jar"), "");
        byte[] large = new byte[(MAX_KIB << 10) + 1];
        assertRefused(413, upload(large, "large.jar"), "rest.server.max-content-length");
        assertRefused(413, uploadChunked(large), "rest.server.max-content-length");
        assertRefused(
                413, uploadForm("jarfile", large, "large.jar"), "rest.server.max-content-length");
        assertRefused(400, uploadForm("other", SampleJars.program("A"), "a.jar"), "'jarfile'");
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldRefuseAJarWithTooManyEntriesBeforeItListsThem() throws Exception {
        server.close();
        server =
                new RunningServer(
                        directory,
                        new Configuration(limits)
                                .set(
                                        RestServerOptions.MAX_CONTENT_LENGTH,
                                        MemorySize.ofMebiBytes(64)));
        assertRefused(422, upload(SampleJars.manyEntries(65_536), "many.jar"), "entries");
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldSurviveDamagedJars() throws Exception {
        byte[] jar = SampleJars.program("Main");
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = jar.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            HttpResponse<String> answer = upload(damaged, "damaged.jar");
            assertThat(answer.statusCode()).as("%s %s", round, answer.body()).isIn(200, 422);
        }
    }

    @Test
    void shouldRunAProgramInAProcessOfItsOwn() throws Exception {
        byte[] jar = SampleJars.program("org.example.Main");
        assertThat(upload(jar, "words.jar").statusCode()).isEqualTo(200);
        String run = "/v1/jars/" + hash(jar) + "/run";

        HttpResponse<String> answer =
                server.call(
                        "POST",
                        run,
                        "{\"programArgsList\":[\"--input\",\"a b\"],\"parallelism\":3,"
                                + "\"configuration\":{\"k\":\"v\",\"n\":5},\"entryClass\":null}");
        assertThat(answer.body()).isEqualTo("{\"jobid\":\"" + new JobID(0, 42) + "\"}");
        ProgramRun first = server.launcher.runs().getFirst();
        assertThat(first.jar()).isEqualTo(server.jars().resolve(hash(jar) + ".jar"));
        assertThat(first.name()).isEqualTo("words.jar");
        assertThat(first.entryClass()).contains("org.example.Main");
        assertThat(first.arguments()).containsExactly("--input", "a b");
        assertThat(first.parallelism()).contains(3);
        assertThat(first.configuration()).containsEntry("k", "v").containsEntry("n", "5");

        String arguments = "{\"programArgs\":\"--a 'x y' \\\"\\\" z\",\"entryClass\":\"Other\"}";
        assertThat(server.call("POST", run, arguments).statusCode()).isEqualTo(200);
        assertThat(server.call("POST", run, "").statusCode()).isEqualTo(200);
        assertThat(server.launcher.runs().get(1).arguments())
                .containsExactly("--a", "x y", "", "z");
        assertThat(server.launcher.runs().get(1).entryClass()).contains("Other");
        assertThat(server.launcher.runs().get(2).arguments()).isEmpty();
    }

    @Test
    void shouldTellWhyAProgramSubmittedNoJob() throws Exception {
        byte[] jar = SampleJars.program("Main");
        assertThat(upload(jar, "words.jar").statusCode()).isEqualTo(200);
        String run = "/v1/jars/" + hash(jar) + "/run";
        server.launcher.answer(
                CompletableFuture.failedFuture(new IllegalStateException("--input is missing")));
        assertRefused(
                422,
                server.call("POST", run, ""),
                "The program in words.jar submitted no job: --input is missing");

        CompletableFuture<JobID> never = new CompletableFuture<>();
        server.launcher.answer(never);
        assertRefused(504, server.call("POST", run, ""), "rest.program-start-timeout");
        assertThat(never).isCancelled();
        assertRefused(404, server.call("POST", "/v1/jars/nothing/run", ""), "no jar");
    }

    @Test
    void shouldRefuseRequestsToRunThatItCannotRead() throws Exception {
        byte[] jar = SampleJars.program("Main");
        assertThat(upload(jar, "words.jar").statusCode()).isEqualTo(200);
        String run = "/v1/jars/" + hash(jar) + "/run";
        for (String body :
                List.of(
                        "[]",
                        "{",
                        "{} {}",
                        "{\"entryClass\":5}",
                        "{\"parallelism\":0}",
                        "{\"parallelism\":99999999999999999999}",
                        "{\"parallelism\":\"3\"}",
                        "{\"programArgsList\":\"x\"}",
                        "{\"programArgsList\":[1]}",
                        "{\"programArgsList\":[",
                        "{\"configuration\":{\"k\":[]}}",
                        "{\"savepointPath\":\"/x\"}",
                        "[".repeat(100_000),
                        "nonsense")) {
            assertRefused(400, server.call("POST", run, body), "");
        }
        assertRefused(413, server.call("POST", run, " ".repeat((1 << 20) + 1)), "longer than");
        fuzzRun(run);
        assertThat(server.launcher.runs()).allMatch(it -> it.arguments().size() < 10);
    }

    private void fuzzRun(String run) throws Exception {
        byte[] good =
                "{\"programArgsList\":[\"--in\",\"x\"],\"parallelism\":3,\"configuration\":{\"k\":\"v\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] body = good.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            HttpResponse<String> answer =
                    server.send(server.request(run).POST(BodyPublishers.ofByteArray(body)).build());
            assertThat(answer.statusCode()).as("%s %s", round, answer.body()).isIn(200, 400);
        }
    }

    /** Says in both places that its content is small. */
    private static byte[] lying(byte[] bomb) {
        byte[] liar = bomb.clone();
        int list = indexOf(liar, new byte[] {'P', 'K', 1, 2});
        for (int i = 0; i < 4; i++) {
            liar[list + 24 + i] = (byte) (i == 0 ? 100 : 0);
        }
        return liar;
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not found");
    }

    private HttpResponse<String> upload(byte[] content, String name) throws Exception {
        return server.send(
                server.request(
                                "/v1/jars/upload?name="
                                        + URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .POST(BodyPublishers.ofByteArray(content))
                        .build());
    }

    private HttpResponse<String> uploadChunked(byte[] content) throws Exception {
        return server.send(
                server.request("/v1/jars/upload")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)))
                        .build());
    }

    private HttpResponse<String> uploadForm(String field, byte[] content, String name)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--"
                                + BOUNDARY
                                + "\r\nContent-Disposition: form-data; name=\""
                                + field
                                + "\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return server.send(
                server.request("/v1/jars/upload")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static void assertRefused(int status, HttpResponse<String> answer, String why) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errors\":[\"").contains(why);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(server.jars())) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    private static String hash(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
