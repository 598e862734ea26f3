package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand tiny jobs, each with a class loader of its own, leave nothing behind. */
class LeakTest {
    private static final String LOADER = "dev.millstream.cluster.classes.ChildFirstClassLoader";
    private static final int WARM_UP = 100;
    private static final int JOBS = 1_000;
    private static final int AT_ONCE = 4;

    @TempDir private Path directory;

    @Test
    void shouldLeaveNothingOfAThousandJobsBehind() throws Exception {
        Path jar =
                TestJars.compile(
                        directory,
                        Map.of(
                                "user.Twice",
                                """
                                package user;
                                public class Twice
                                        implements dev.millstream.api.common.functions.MapFunction<
                                                Long, Twice.Number> {
                                    public record Number(long value) {}
                                    public Number map(Long value) {
                                        return new Number(2 * value);
                                    }
                                }
                                """));
        try (URLClassLoader program =
                        new URLClassLoader(
                                new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
                MiniCluster cluster = MiniCluster.builder().slotsPerTaskManager(AT_ONCE).start()) {
            run(cluster, jar, program, WARM_UP);
            Baseline before = Baseline.of(cluster);
            run(cluster, jar, program, JOBS);
            Baseline after = Baseline.of(cluster);
            assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads());
            assertThat(after.files()).as("file handles").isLessThanOrEqualTo(before.files());
            assertThat(cluster.exchange().outstanding().isAtRest()).isTrue();
        }
    }

    private static void run(MiniCluster cluster, Path jar, ClassLoader program, int jobs)
            throws Exception {
        List<JobClient> running = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            running.add(submit(cluster, jar, program));
            if (running.size() == AT_ONCE) {
                await(running.removeFirst());
            }
        }
        for (JobClient job : running) {
            await(job);
        }
    }

    private static void await(JobClient job) throws Exception {
        job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
    }

    @SuppressWarnings("unchecked") // the jar's class is compiled above
    private static JobClient submit(MiniCluster cluster, Path jar, ClassLoader program)
            throws Exception {
        StreamExecutionEnvironment env =
                Programs.on(cluster, 1, new Configuration(), List.of(jar.toString()), program);
        MapFunction<Long, Object> twice =
                (MapFunction<Long, Object>)
                        program.loadClass("user.Twice").getConstructor().newInstance();
        env.fromSequence(1, 3).map(twice).sinkTo(new DiscardingSink<>());
        return env.executeAsync("tiny");
    }

    /** What is in use once all tasks have ended and all class loaders are gone. */
    private record Baseline(int threads, long files) {
        static Baseline of(MiniCluster cluster) throws Exception {
            Eventually.holds(() -> cluster.usage().taskThreads() == 0);
            Eventually.holds(() -> instances(LOADER) == 0);
            try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
                return new Baseline(
                        ManagementFactory.getThreadMXBean().getThreadCount(), files.count());
            }
        }

        /** How many there are on the heap; the JVM collects garbage before it counts. */
        private static long instances(String className) {
            try {
                String histogram =
                        (String)
                                ManagementFactory.getPlatformMBeanServer()
                                        .invoke(
                                                new ObjectName(
                                                        "com.sun.management:type=DiagnosticCommand"),
                                                "gcClassHistogram",
                                                new Object[] {new String[0]},
                                                new String[] {String[].class.getName()});
                return histogram
                        .lines()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > 3 && columns[3].equals(className))
                        .mapToLong(columns -> Long.parseLong(columns[1]))
                        .sum();
            } catch (JMException e) {
                throw new AssertionError("The heap can't be looked at", e);
            }
        }
    }
}
