package dev.millstream.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.rest.fixture.FakeJob;
import dev.millstream.rest.fixture.RawHttp;
import dev.millstream.rest.fixture.RunningServer;
import dev.millstream.rest.fixture.SampleJobs;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestServerTest {
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
    void shouldNameTheOptionWhenItsPortIsTaken() {
        Configuration taken = new Configuration().set(RestOptions.PORT, server.port());
        assertThatThrownBy(() -> RunningServer.start(taken, directory))
                .isInstanceOf(RestStartException.class)
                .hasMessageContaining("127.0.0.1:" + server.port())
                .hasMessageContaining("rest.port");
    }

    @Test
    void shouldNotListenBeyondLoopbackWithoutEncryption() {
        for (String address : new String[] {"0.0.0.0", "192.0.2.1"}) {
            Configuration open = new Configuration().set(RestServerOptions.BIND_ADDRESS, address);
            assertThatThrownBy(() -> RunningServer.start(open, directory))
                    .isInstanceOf(RestStartException.class)
                    .hasMessageContaining("rest.bind-address")
                    .hasMessageContaining(address);
        }
    }

    @Test
    void shouldAnswerByTheNameThatIsConfigured() throws Exception {
        server.close();
        server =
                new RunningServer(
                        directory, new Configuration().set(RestOptions.ADDRESS, "mill.example"));
        String request =
                "GET /v1/jobs HTTP/1.1\r\nConnection: close\r\nHost: mill.example:"
                        + server.port()
                        + "\r\nAuthorization: "
                        + RunningServer.TOKEN.authorization()
                        + "\r\n\r\n";
        assertThat(RawHttp.exchange(server.port(), request)).startsWith("HTTP/1.1 200");
    }

    @Test
    void shouldTellThoseWhoWaitThatItStopsAndThenBeGone() throws Exception {
        FakeJob job = server.dispatcher.run(SampleJobs.pipeline(1, "endless"));
        CompletableFuture<Integer> waiting = poll(job);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> job.waitingForChanges() > 0);

        server.server().close();
        server.server().close();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isIn(0, 503);
        assertThatThrownBy(() -> server.get("/v1/jobs")).isInstanceOf(IOException.class);
    }

    /** The status; 0 if the connection is broken off. */
    private CompletableFuture<Integer> poll(FakeJob job) {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        HttpResponse<byte[]> answer =
                                server.records(
                                        "/v1/millstream/jobs/"
                                                + job.id()
                                                + "/changes?after=2&wait=30000");
                        status.complete(answer.statusCode());
                    } catch (IOException | InterruptedException e) {
                        status.complete(0);
                    }
                });
        return status;
    }

    @Test
    void shouldSayThatTheDispatcherDoesNotAnswer() throws Exception {
        server.close();
        server =
                new RunningServer(
                        directory,
                        new Configuration()
                                .set(RestServerOptions.REQUEST_TIMEOUT, Duration.ofMillis(50)));
        server.dispatcher.beMute();
        HttpResponse<String> answer = server.get("/v1/jobs");
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("hasn't answered within 50 ms");
    }

    @Test
    void shouldLetBrowsersDoNothingButShowThePage() throws Exception {
        HttpResponse<String> page = server.get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().map())
                .doesNotContainKeys(
                        "access-control-allow-origin", "set-cookie", "server", "x-powered-by");
        assertThat(page.body()).doesNotContain("<style").doesNotContain("onload=");
    }
}
