package dev.millstream.cluster.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.cluster.Programs;
import dev.millstream.cluster.TestJars;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobExecutionException;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.sink.v2.DiscardingSink;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedExecutorTest {
    @TempDir private Path directory;

    @Test
    void shouldRunAProgramAndHandItsResultsToTheProgram() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        List<Long> sums =
                Programs.collect(
                        env.fromSequence(1, 100)
                                .map(n -> n * 2)
                                .keyBy(n -> n % 3)
                                .reduce(Long::sum));
        assertThat(sums).hasSize(100);
        assertThat(sums.stream().mapToLong(Long::longValue).max()).hasValue(3434);
    }

    @Test
    void shouldHaveAsManySlotsAsTheProgramNeeds() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(7);
        assertThat(Programs.collect(env.fromSequence(1, 20))).hasSize(20);
    }

    @Test
    void shouldFailWhenFewerSlotsAreConfiguredThanNeeded() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        new Configuration()
                                .setString("taskmanager.numberOfTaskSlots", "1")
                                .setString("slot.request.timeout", "100 ms"));
        env.setParallelism(2);
        env.fromSequence(1, 20).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(env::execute).isInstanceOf(JobExecutionException.class);
    }

    @Test
    void shouldLeaveNoThreadBehind() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.fromSequence(1, 20).sinkTo(new DiscardingSink<>());
        env.execute();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("cluster-"));
    }

    @Test
    void shouldTellAllChangesBeforeTheResult() throws Exception {
        List<String> changes = Collections.synchronizedList(new ArrayList<>());
        ProgramContext context =
                new ProgramContext(
                        new EmbeddedExecutor((_, change) ->
                                changes.add(change.subject() + " " + change.state())),
                        new Configuration(),
                        getClass().getClassLoader(),
                        List.of());
        context.run(() -> {
            StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
            env.fromSequence(1, 20).sinkTo(new DiscardingSink<>());
            return env.execute();
        });
        assertThat(changes).last().isEqualTo("job FINISHED");
        assertThat(changes).contains("job RUNNING");
        assertThat(changes).anyMatch(change -> change.endsWith("INITIALIZING"));
    }

    @Test
    void shouldRunAProgramFromItsJarOnTwoTaskManagers() throws Exception {
        Path jar =
                TestJars.compile(
                        directory,
                        Map.of(
                                "user.Main",
                                """
                                package user;
                                import dev.millstream.streaming.api.environment.*;
                                import dev.millstream.streaming.api.functions.sink.v2.*;
                                public class Main {
                                    public record Pair(long number, String text) {}
                                    public static long run() throws Exception {
                                        var env = StreamExecutionEnvironment
                                                .getExecutionEnvironment();
                                        env.setParallelism(2);
                                        return env.fromSequence(1, 10)
                                                .map(n -> new Pair(n % 2, "x" + n))
                                                .keyBy(Pair::number)
                                                .reduce((a, b) -> new Pair(
                                                        a.number(), a.text() + b.text()))
                                                .executeAndCollect(100)
                                                .stream()
                                                .filter(p -> p instanceof Pair)
                                                .count();
                                    }
                                }
                                """));
        try (URLClassLoader program =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            ProgramContext context =
                    new ProgramContext(
                            new EmbeddedExecutor(),
                            new Configuration()
                                    .setString("minicluster.number-of-taskmanagers", "2"),
                            program,
                            List.of(jar.toString()));
            Object count =
                    context.run(() -> program.loadClass("user.Main").getMethod("run").invoke(null));
            assertThat(count).isEqualTo(10L);
        }
    }

    @Test
    void shouldSayWhichJarCannotBeRead() throws Exception {
        StreamExecutionEnvironment env =
                new ProgramContext(
                                new EmbeddedExecutor(),
                                new Configuration(),
                                getClass().getClassLoader(),
                                List.of("/nowhere/my.jar"))
                        .run(StreamExecutionEnvironment::getExecutionEnvironment);
        env.fromSequence(1, 20).sinkTo(new DiscardingSink<>());
        assertThatThrownBy(env::execute).hasMessageContaining("/nowhere/my.jar");
    }
}
