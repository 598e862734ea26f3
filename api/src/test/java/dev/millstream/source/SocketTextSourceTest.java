package dev.millstream.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.lib.socket.SocketSplit;
import dev.millstream.api.connector.source.lib.socket.SocketTextSource;
import dev.millstream.core.io.InputStatus;
import dev.millstream.platform.machine.MachinePlatform;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SocketTextSourceTest {
    private static final long FOR_EVER = -1;

    private final MachinePlatform platform = MachinePlatform.alone("test");
    private TextServer server;

    /** What happens on the server's side; a reader can't wait for it. */
    private interface Serving {
        void run() throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new TextServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        platform.close();
    }

    private SocketTextSource source(String delimiter, long maxRetries) {
        return new SocketTextSource(server.host(), server.port(), delimiter, maxRetries);
    }

    private FakeTask<String, SocketSplit, Boolean> task(SocketTextSource source) throws Exception {
        return new FakeTask<>(source, 1, platform);
    }

    private CompletableFuture<Void> meanwhile(Serving serving) {
        Callable<Void> call =
                () -> {
                    serving.run();
                    return null;
                };
        return platform.blockingPool().submit("serve", call);
    }

    /** All records until the source ends. */
    private List<String> read(SocketTextSource source) throws Exception {
        FakeTask<String, SocketSplit, Boolean> task = task(source);
        task.drainToEnd(0);
        task.readers.getFirst().close();
        return task.records;
    }

    @Test
    void shouldReadLinesUntilTheServerEnds() throws Exception {
        CompletableFuture<Void> served =
                meanwhile(() -> server.serve("one\r\ntwo\n\ngrößer\nlast"));
        assertThat(read(source("\n", 0))).containsExactly("one", "two", "", "größer", "last");
        served.get(10, TimeUnit.SECONDS);
    }

    @Test
    void shouldCutAtAnyDelimiter() throws Exception {
        var _ = meanwhile(() -> server.serve("a\r\n||b|c||||"));
        assertThat(read(source("||", 0))).containsExactly("a\r\n", "b|c", "");
    }

    @Test
    void shouldPutTogetherWhatComesInPieces() throws Exception {
        FakeTask<String, SocketSplit, Boolean> task = task(source("\n", 0));
        assertThat(task.drain(0)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        byte[] text = "é1\n2\n".getBytes(StandardCharsets.UTF_8);
        try (Socket client = server.accept()) {
            OutputStream out = client.getOutputStream();
            for (byte each : text) {
                out.write(each);
                task.readers.getFirst().isAvailable().get(10, TimeUnit.SECONDS);
                task.drain(0);
            }
            assertThat(task.records).containsExactly("é1", "2");
        }
        task.drainToEnd(0);
        assertThat(task.records).hasSize(2);
    }

    @Test
    void shouldLetOneSubtaskReadAndEndTheOthers() throws Exception {
        FakeTask<String, SocketSplit, Boolean> task = new FakeTask<>(source("\n", 0), 3, platform);
        var _ = meanwhile(() -> server.serve("a\nb\n"));
        assertThat(task.drain(1)).isEqualTo(InputStatus.END_OF_INPUT);
        assertThat(task.drain(2)).isEqualTo(InputStatus.END_OF_INPUT);
        task.drainToEnd(0);
        assertThat(task.records).containsExactly("a", "b");
    }

    @Test
    void shouldConnectAgainAsOftenAsAllowed() throws Exception {
        var _ =
                meanwhile(() -> {
                    server.serve("a\nhalf");
                    server.serve("");
                    server.serve("b\n");
                    server.serve("");
                    server.serve("");
                    server.close();
                });
        assertThat(read(source("\n", 2))).containsExactly("a", "half", "b");
    }

    @Test
    void shouldWaitASecondBetweenTries() throws Exception {
        server.close();
        FakeTask<String, SocketSplit, Boolean> task = task(source("\n", FOR_EVER));
        for (long seconds = 1; seconds < 50; seconds++) {
            while (task.timers.isEmpty()) {
                task.readers.getFirst().isAvailable().get(10, TimeUnit.SECONDS);
                assertThat(task.drain(0)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
            }
            assertThat(task.timers.firstKey()).isEqualTo(seconds * 1_000);
            task.advanceTo(seconds * 1_000);
            assertThat(task.drain(0)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        }
    }

    @Test
    void shouldEndWhenTheServerClosedTheStreamAndIsGone() throws Exception {
        var _ =
                meanwhile(() -> {
                    server.serve("a\n");
                    server.close();
                });
        assertThat(read(source("\n", 3))).containsExactly("a");
    }

    @Test
    void shouldFailWhenNobodyListens() throws Exception {
        server.close();
        assertThatThrownBy(() -> read(source("\n", 2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no connection to " + server.host() + ":" + server.port())
                .hasMessageContaining("2 further tries")
                .hasMessageContaining("Start the server");
    }

    @Test
    void shouldFailWhenTheHostIsUnknown() {
        assertThatThrownBy(() -> read(new SocketTextSource("no.such.invalid", 1, "\n", 0)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The host no.such.invalid is unknown");
    }

    @Test
    void shouldFailWhenTheConnectionBreaks() throws Exception {
        FakeTask<String, SocketSplit, Boolean> task = task(source("\n", 0));
        assertThat(task.drain(0)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        try (Socket client = server.accept()) {
            client.getOutputStream().write('h');
            task.readers.getFirst().isAvailable().get(10, TimeUnit.SECONDS);
            task.drain(0); // from here on it is connected for certain
            client.setSoLinger(true, 0);
        }
        assertThatThrownBy(() -> task.drainToEnd(0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The connection broke");
    }

    @Test
    void shouldForgetHalfARecordWhenTheConnectionBreaks() throws Exception {
        FakeTask<String, SocketSplit, Boolean> task = task(source("\n", 1));
        task.drain(0);
        try (Socket client = server.accept()) {
            client.getOutputStream().write('h');
            task.readers.getFirst().isAvailable().get(10, TimeUnit.SECONDS);
            task.drain(0);
            client.setSoLinger(true, 0);
        }
        var _ =
                meanwhile(() -> {
                    server.serve("whole\n");
                    server.close();
                });
        task.drainToEnd(0);
        assertThat(task.records).containsExactly("whole");
    }

    @Test
    void shouldEndAWaitingReadWhenItIsClosed() throws Exception {
        FakeTask<String, SocketSplit, Boolean> task = task(source("\n", FOR_EVER));
        task.drain(0);
        try (Socket client = server.accept()) {
            CompletableFuture<Void> waiting = task.readers.getFirst().isAvailable();
            assertThat(waiting).isNotDone();
            task.readers.getFirst().close();
            waiting.get(10, TimeUnit.SECONDS);
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldGoOnFromACheckpoint() throws Exception {
        SocketTextSource source = source("\n", 0);
        FakeTask<String, SocketSplit, Boolean> task = task(source);
        assertThat(task.readers.getFirst().snapshotState(1)).containsExactly(new SocketSplit());
        var splits = source.getSplitSerializer();
        assertThat(splits.deserialize(splits.getVersion(), splits.serialize(new SocketSplit())))
                .isEqualTo(new SocketSplit());
        var states = source.getEnumeratorCheckpointSerializer();
        Boolean assigned = task.enumerator.snapshotState(1);
        assertThat(states.deserialize(states.getVersion(), states.serialize(assigned))).isTrue();
        task.enumerator.addSplitsBack(List.of(new SocketSplit()), 0);
        assigned = task.enumerator.snapshotState(2);
        assertThat(states.deserialize(states.getVersion(), states.serialize(assigned))).isFalse();
        assertThatThrownBy(() -> states.deserialize(7, new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 7");
    }

    @Test
    void shouldRefuseArgumentsThatCannotBe() {
        assertThatThrownBy(() -> new SocketTextSource(" ", 1, "\n", 0))
                .hasMessageContaining("host");
        assertThatThrownBy(() -> new SocketTextSource("h", 0, "\n", 0))
                .hasMessageContaining("from 1 to 65535, but is 0");
        assertThatThrownBy(() -> new SocketTextSource("h", 65_536, "\n", 0))
                .hasMessageContaining("65536");
        assertThatThrownBy(() -> new SocketTextSource("h", 1, "", 0))
                .hasMessageContaining("delimiter");
    }

    @Test
    void shouldBeUnbounded() {
        assertThat(source("\n", 0).getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    }
}
