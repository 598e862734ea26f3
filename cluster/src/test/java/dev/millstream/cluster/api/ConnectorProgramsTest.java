package dev.millstream.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.api.common.JobStatus;
import dev.millstream.api.common.functions.RichMapFunction;
import dev.millstream.cluster.Gate;
import dev.millstream.cluster.MiniCluster;
import dev.millstream.cluster.Programs;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files and sockets, on a cluster. */
@Timeout(60)
class ConnectorProgramsTest {
    private static MiniCluster cluster;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(2).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private List<String> lines(String name) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : files.toList()) {
                assertThat(file.getFileName().toString()).startsWith("part-");
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    private List<String> writeInput(int files) throws IOException {
        List<String> all = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            int number = file;
            List<String> content =
                    IntStream.range(0, 100).mapToObj(i -> "file " + number + " line " + i).toList();
            Path path = folder.resolve("in/" + number % 2 + "/" + number + ".txt");
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            all.addAll(content);
        }
        return all;
    }

    @Test
    void shouldCopyFoldersAndGlobsOfTextFiles() throws Exception {
        List<String> all = writeInput(10);
        StreamExecutionEnvironment env = Programs.on(cluster, 4);
        env.readTextFile(folder + "/in/0")
                .union(env.readTextFile(folder + "/in/[12]/*.txt"))
                .writeAsText(folder + "/out");
        env.execute("copy");
        assertThat(lines("out")).containsExactlyInAnyOrderElementsOf(all);
    }

    /** Fails in the middle of the input, once. */
    static final class FailingOnce extends RichMapFunction<String, String> {
        private static final long serialVersionUID = 1L;
        static final AtomicInteger LEFT = new AtomicInteger();

        @Override
        public String map(String value) {
            if (value.endsWith("line 50")
                    && getRuntimeContext().getTaskInfo().getAttemptNumber() == 0
                    && LEFT.getAndDecrement() == 0) {
                throw new IllegalStateException("planted");
            }
            return value;
        }
    }

    @Test
    void shouldWriteEachLineOnceAlthoughTheJobIsRestarted() throws Exception {
        FailingOnce.LEFT.set(5);
        List<String> all = writeInput(10);
        Configuration restarts =
                new Configuration()
                        .setString("restart-strategy.type", "fixed-delay")
                        .setString("restart-strategy.fixed-delay.attempts", "1")
                        .setString("restart-strategy.fixed-delay.delay", "10 ms");
        StreamExecutionEnvironment env = Programs.on(cluster, 4, restarts, List.of());
        env.readTextFile(folder + "/in").map(new FailingOnce()).writeAsText(folder + "/out");
        env.execute("copy in two attempts");
        assertThat(FailingOnce.LEFT.get()).isNegative();
        assertThat(lines("out")).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void shouldReadASocketUntilTheServerEndsIt() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StreamExecutionEnvironment env = Programs.on(cluster, 2);
            env.socketTextStream(server.getInetAddress().getHostAddress(), server.getLocalPort())
                    .map(line -> line + "!")
                    .writeAsText(folder + "/heard");
            JobClient job = env.executeAsync("listen");
            try (Socket client = server.accept()) {
                client.getOutputStream().write("one\ntwo\nthr".getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().write("ee".getBytes(StandardCharsets.UTF_8));
            }
            job.getJobExecutionResult().get(20, TimeUnit.SECONDS);
        }
        assertThat(lines("heard")).containsExactlyInAnyOrder("one!", "two!", "three!");
    }

    @Test
    void shouldCancelAJobThatWaitsForAServer() throws Exception {
        CountDownLatch flows = Gate.flows("socket");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StreamExecutionEnvironment env = Programs.on(cluster, 1);
            env.socketTextStream(
                            server.getInetAddress().getHostAddress(),
                            server.getLocalPort(),
                            "|",
                            -1)
                    .map(new Gate<>("socket"))
                    .print();
            JobClient job = env.executeAsync("wait");
            try (Socket client = server.accept()) {
                client.getOutputStream().write("first|".getBytes(StandardCharsets.UTF_8));
                assertThat(flows.await(20, TimeUnit.SECONDS)).isTrue();
                job.cancel().get(10, TimeUnit.SECONDS);
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            assertThatThrownBy(() -> job.getJobExecutionResult().get(20, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            JobExecutionException.class,
                            end -> assertThat(end.getStatus()).isEqualTo(JobStatus.CANCELED));
        }
    }

    @Test
    void shouldPrintOnTheStandardOutputOfTheTask() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            StreamExecutionEnvironment env = Programs.on(cluster, 1);
            env.fromData("a", "b").print();
            env.fromData("c").print("word");
            env.execute("print");
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).contains("a", "b", "word> c");
    }
}
