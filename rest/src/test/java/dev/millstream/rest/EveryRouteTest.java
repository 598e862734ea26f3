package dev.millstream.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.rest.fixture.RawHttp;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import dev.millstream.rest.route.Method;
import dev.millstream.rest.route.Permission;
import dev.millstream.rest.route.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each route by each method, by each way not to be let in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final String GOOD_TOKEN =
            "Authorization: " + RunningServer.TOKEN.authorization() + "\r\n";

    @TempDir static Path directory;

    private RunningServer server;
    private List<Route> routes;

    @BeforeAll
    void start() throws Exception {
        server = new RunningServer(directory);
        var _ = server.dispatcher.run(SampleJobs.pipeline(1, "victim"));
        routes = server.server().routes();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void shouldRefuseEveryRequestWithoutTheToken() throws IOException {
        for (Attempt attempt : attempts()) {
            String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
            assertThat(statuses(attempt, host)).as("%s", attempt).containsOnly(401);
            assertThat(statuses(attempt, host + "Authorization: Bearer wrong-token\r\n"))
                    .as("%s", attempt)
                    .containsOnly(401);
            assertThat(statuses(attempt, host + GOOD_TOKEN.replace("Bearer", "Basic")))
                    .as("%s", attempt)
                    .containsOnly(401);
        }
        assertThat(server.dispatcher.calls()).isZero();
    }

    @Test
    void shouldRefuseEveryRequestByAnotherName() throws IOException {
        for (Attempt attempt : allAttempts()) {
            for (String host :
                    List.of(
                            "evil.example:" + server.port(),
                            "127.0.0.1:" + (server.port() + 1),
                            "127.0.0.1",
                            "127.0.0.1.evil.example:" + server.port())) {
                assertThat(status(attempt, "Host: " + host + "\r\n" + GOOD_TOKEN))
                        .as("%s %s", attempt, host)
                        .isEqualTo(421);
            }
        }
        assertThat(server.dispatcher.calls()).isZero();
    }

    @Test
    void shouldRefuseEveryRequestOfAnotherSite() throws IOException {
        String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
        for (Attempt attempt : allAttempts()) {
            for (String header :
                    List.of(
                            "Origin: http://evil.example",
                            "Origin: null",
                            "Origin: https://127.0.0.1:" + server.port(),
                            "Origin: http://127.0.0.1:" + (server.port() + 1),
                            "Sec-Fetch-Site: cross-site")) {
                assertThat(status(attempt, host + header + "\r\n" + GOOD_TOKEN))
                        .as("%s %s", attempt, header)
                        .isEqualTo(403);
            }
        }
        assertThat(server.dispatcher.calls()).isZero();
    }

    @Test
    void shouldAnswerNothingThatNoRouteDeclares() throws IOException {
        String good = "Host: 127.0.0.1:" + server.port() + "\r\n" + GOOD_TOKEN;
        TreeSet<String> declared = new TreeSet<>();
        routes.forEach(it -> declared.add(it.method() + " " + path(it)));
        for (Attempt attempt : allAttempts()) {
            if (!declared.contains(attempt.method() + " " + attempt.path())) {
                assertThat(status(attempt, good)).as("%s", attempt).isBetween(400, 501);
            }
        }
    }

    @Test
    void shouldServeThePageAloneWithoutToken() throws IOException {
        assertThat(routes)
                .filteredOn(it -> it.permission() == Permission.PAGE)
                .allMatch(it -> it.method() == Method.GET)
                .allMatch(it -> it.path().equals("/") || it.path().startsWith("/page/"))
                .isNotEmpty();
        String host = "Host: localhost:" + server.port() + "\r\n";
        for (Route route : routes) {
            if (route.permission() == Permission.PAGE) {
                assertThat(status(new Attempt("GET", route.path()), host)).isEqualTo(200);
            }
        }
    }

    @Test
    void shouldNeedThePermissionToChangeForEveryMethodThatChanges() {
        assertThat(routes)
                .filteredOn(it -> it.method() != Method.GET)
                .allMatch(it -> it.permission() == Permission.CHANGE)
                .isNotEmpty();
        assertThat(routes)
                .filteredOn(it -> it.method() == Method.GET)
                .noneMatch(it -> it.permission() == Permission.CHANGE);
    }

    @Test
    void shouldDescribeEveryRouteInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Route route : routes) {
            if (route.path().startsWith("/v1")) {
                assertThat(readme).contains("| " + route.method() + " | `" + route.path() + "` |");
            }
        }
    }

    private record Attempt(String method, String path) {}

    /** Of all routes but those of the page. */
    private List<Attempt> attempts() {
        return attempts(routes.stream().filter(it -> it.permission() != Permission.PAGE).toList());
    }

    private List<Attempt> allAttempts() {
        return attempts(routes);
    }

    private static List<Attempt> attempts(List<Route> of) {
        TreeSet<String> paths = new TreeSet<>(List.of("/v1/nothing", "/jobs/../overview"));
        of.forEach(it -> paths.add(path(it)));
        List<Attempt> attempts = new ArrayList<>();
        for (String path : paths) {
            METHODS.forEach(method -> attempts.add(new Attempt(method, path)));
        }
        return attempts;
    }

    private static String path(Route route) {
        return route.path()
                .replace("{jobid}", "0000000000fedcba0000000000000001")
                .replaceAll("\\{[^}]*}", "x");
    }

    /** With and without a body. */
    private List<Integer> statuses(Attempt attempt, String headers) throws IOException {
        return List.of(
                status(attempt, headers),
                RawHttp.status(
                        RawHttp.exchange(
                                server.port(),
                                attempt.method()
                                        + " "
                                        + attempt.path()
                                        + " HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\n"
                                        + headers
                                        + "\r\n{}")));
    }

    private int status(Attempt attempt, String headers) throws IOException {
        return RawHttp.status(
                RawHttp.exchange(
                        server.port(),
                        attempt.method()
                                + " "
                                + attempt.path()
                                + " HTTP/1.1\r\nConnection: close\r\n"
                                + headers
                                + "\r\n"));
    }
}
