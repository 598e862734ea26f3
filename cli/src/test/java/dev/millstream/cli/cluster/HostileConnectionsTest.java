package dev.millstream.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.Outcome;
import dev.millstream.cli.fixture.RawConnection;
import dev.millstream.cli.fixture.RunningCluster;
import dev.millstream.transport.handshake.Bytes32;
import dev.millstream.transport.handshake.HandshakeCodec;
import dev.millstream.transport.handshake.HandshakeMessage.Hello;
import dev.millstream.transport.identity.Purpose;
import dev.millstream.transport.identity.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Strangers at each port of a cluster's processes: they are got rid of, and work goes on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileConnectionsTest {
    private static final int SILENT = 1_000;

    @TempDir private static Path folder;

    private static RunningCluster cluster;

    /** By what listens there. */
    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        cluster = new RunningCluster(folder).started("--taskmanagers", "1");
        PORTS.put("REST", cluster.restPort());
        PORTS.put("links of the JobManager", cluster.linkPort());
        PORTS.put("links of the TaskManager", taskManagerPort());
    }

    private static int taskManagerPort() throws Exception {
        Map<String, Object> taskManager =
                Json.objects(cluster.rest("/taskmanagers").get("taskmanagers")).getFirst();
        Matcher port = Pattern.compile(":(\\d+)/").matcher(String.valueOf(taskManager.get("path")));
        assertThat(port.find()).as("a port in " + taskManager).isTrue();
        return Integer.parseInt(port.group(1));
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.stop();
    }

    @AfterEach
    void shouldStillWork() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "a b a\n");

        Outcome run = cluster.call("run", "wordcount", "--input", text.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("a\t2");
    }

    @Test
    void shouldHangUpOnGarbage() throws Exception {
        Random random = new Random(7);
        for (Map.Entry<String, Integer> port : PORTS.entrySet()) {
            for (int i = 0; i < 20; i++) {
                byte[] garbage = new byte[1 + random.nextInt(3_000)];
                random.nextBytes(garbage);
                try (RawConnection stranger = new RawConnection(port.getValue())) {
                    assertThat(stranger.send(garbage).untilEnd())
                            .as(port.getKey())
                            .doesNotContain("Exception")
                            .hasSizeLessThan(2_000);
                }
            }
        }
    }

    @Test
    void shouldHangUpOnHalfAMessage() throws Exception {
        List<RawConnection> strangers = new ArrayList<>();
        try {
            for (int port : PORTS.values()) {
                byte[] whole = beginning(port);
                for (int length : new int[] {1, 6, whole.length / 2, whole.length - 1}) {
                    RawConnection stranger = new RawConnection(port);
                    strangers.add(stranger.send(Arrays.copyOf(whole, length)));
                }
            }
            for (RawConnection stranger : strangers) {
                assertThat(stranger.untilEnd()).hasSizeLessThan(2_000);
            }
        } finally {
            close(strangers);
        }
    }

    @Test
    void shouldNotWaitForWhoSpeaksByteByByte() throws Exception {
        for (Map.Entry<String, Integer> port : PORTS.entrySet()) {
            byte[] slow = Arrays.copyOf(beginning(port.getValue()), 4_000);
            try (RawConnection stranger = new RawConnection(port.getValue())) {
                assertThat(stranger.sendSlowly(slow)).as(port.getKey()).isLessThan(1_000);
            }
        }
    }

    @Test
    void shouldTakeAJobWhileAThousandConnectionsSayNothing() throws Exception {
        Map<ProcessHandle, Long> before = openFiles();
        for (Map.Entry<String, Integer> port : PORTS.entrySet()) {
            List<RawConnection> silent = new ArrayList<>();
            try {
                for (int i = 0; i < SILENT; i++) {
                    silent.add(new RawConnection(port.getValue()));
                }
                shouldStillWork();
                for (RawConnection stranger : silent) {
                    stranger.untilEnd();
                }
            } finally {
                close(silent);
            }
        }
        RunningCluster.await(
                "what they had open is closed",
                () ->
                        openFiles().entrySet().stream()
                                .allMatch(it ->
                                        it.getValue()
                                                <= before.getOrDefault(it.getKey(), 0L) + 20));
    }

    @Test
    void shouldTellAnotherVersionAndAnotherClusterWhyTheyAreRefused() throws Exception {
        for (int port : List.copyOf(PORTS.values()).subList(1, PORTS.size())) {
            assertThat(answerTo(port, new Hello(99, nonce(), Role.TASK_MANAGER, Purpose.RPC, "x")))
                    .contains("version 99", "run the same release everywhere");
            assertThat(answerTo(port, hello("another"))).contains("cluster 'another'");
        }
    }

    private static String answerTo(int port, Hello hello) throws IOException {
        try (RawConnection stranger = new RawConnection(port)) {
            return stranger.send(HandshakeCodec.encode(hello)).untilEnd();
        }
    }

    /** How a conversation at a port begins. */
    private static byte[] beginning(int port) {
        return port == cluster.restPort()
                ? ("POST /v1/jars/upload HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nX-A: b")
                        .getBytes(StandardCharsets.US_ASCII)
                : HandshakeCodec.encode(hello("default"));
    }

    private static Hello hello(String clusterId) {
        return new Hello(
                HandshakeCodec.VERSION, nonce(), Role.TASK_MANAGER, Purpose.RPC, clusterId);
    }

    private static Bytes32 nonce() {
        return Bytes32.random(new SecureRandom());
    }

    private static Map<ProcessHandle, Long> openFiles() throws IOException {
        Map<ProcessHandle, Long> files = new LinkedHashMap<>();
        List<ProcessHandle> processes = new ArrayList<>(cluster.taskManagers());
        processes.add(cluster.jobManager());
        for (ProcessHandle process : processes) {
            try (Stream<Path> open =
                    Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
                files.put(process, open.count());
            }
        }
        return files;
    }

    private static void close(List<RawConnection> connections) throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }
}
