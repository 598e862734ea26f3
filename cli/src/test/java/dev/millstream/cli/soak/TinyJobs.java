package dev.millstream.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.cli.fixture.ProgramJars;
import dev.millstream.client.RestClusterClient;
import dev.millstream.client.RestPipelineExecutor;
import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.streaming.api.environment.ProgramContext;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Submits jobs to a cluster over REST, each with a jar of its own: most add something up, of ten
 * one fails and one is cancelled.
 */
final class TinyJobs {
    private static final int AT_ONCE = 4;
    private static final int MAX_PARALLELISM = 4;
    private static final int RECORDS = 8;
    private static final int PATIENCE_S = 120;

    private final RestClusterClient cluster;
    private final ProgramJars programs;
    private final Path folder;
    private int submitted;

    TinyJobs(RestClusterClient cluster, ProgramJars programs, Path folder) {
        this.cluster = cluster;
        this.programs = programs;
        this.folder = folder;
    }

    private enum Kind {
        ADDING,
        FAILING,
        ENDLESS;

        static Kind of(int number) {
            return switch (number % 10) {
                case 3 -> FAILING;
                case 7 -> ENDLESS;
                default -> ADDING;
            };
        }
    }

    private record Running(JobClient client, int number) {}

    /** Runs so many jobs, each to the end that it has to have. */
    void run(int jobs) throws Exception {
        Deque<Running> running = new ArrayDeque<>();
        for (int i = 0; i < jobs; i++) {
            submitted++;
            running.add(submit(submitted));
            if (running.size() == AT_ONCE) {
                finish(running.remove());
            }
        }
        while (!running.isEmpty()) {
            finish(running.remove());
        }
    }

    private Running submit(int number) throws Exception {
        Path jar =
                programs.write(
                        folder.resolve("tiny-" + number + ".jar"),
                        "tiny.TinyJob",
                        Map.of("number", Integer.toString(number)));
        Captured captured = new Captured(new RestPipelineExecutor(() -> cluster, Optional.empty()));
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {jar.toUri().toURL()}, TinyJobs.class.getClassLoader())) {
            new ProgramContext(captured, options(number), loader, List.of(jar.toString()))
                    .run(() -> main(loader, Kind.of(number).name().toLowerCase(Locale.ROOT)));
        }
        Files.delete(jar);
        JobClient client = captured.job.get(PATIENCE_S, TimeUnit.SECONDS);
        if (Kind.of(number) == Kind.ENDLESS) {
            client.cancel().get(PATIENCE_S, TimeUnit.SECONDS);
        }
        return new Running(client, number);
    }

    private static Configuration options(int number) {
        return Configuration.fromMap(
                Map.of("parallelism.default", Integer.toString(1 + number % MAX_PARALLELISM)));
    }

    private static boolean main(ClassLoader loader, String kind) throws Exception {
        try {
            loader.loadClass("tiny.TinyJob")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {kind});
            return true;
        } catch (InvocationTargetException e) {
            throw new AssertionError("The program failed", e.getCause());
        }
    }

    private static void finish(Running job) throws Exception {
        CompletableFuture<Long> sum =
                job.client
                        .getJobExecutionResult()
                        .thenApply(result -> result.getAccumulatorResult("sum"));
        switch (Kind.of(job.number)) {
            case ADDING ->
                    assertThat(sum.get(PATIENCE_S, TimeUnit.SECONDS))
                            .isEqualTo((long) RECORDS * job.number);
            case FAILING ->
                    assertThatThrownBy(() -> sum.get(PATIENCE_S, TimeUnit.SECONDS))
                            .hasStackTraceContaining("number " + job.number + " fails");
            case ENDLESS ->
                    assertThatThrownBy(() -> sum.get(PATIENCE_S, TimeUnit.SECONDS))
                            .hasMessageContaining("cancelled");
        }
    }

    /** Keeps the job that the program has started. */
    private static final class Captured implements PipelineExecutor {
        private final PipelineExecutor executor;
        private CompletableFuture<JobClient> job = new CompletableFuture<>();

        Captured(PipelineExecutor executor) {
            this.executor = executor;
        }

        @Override
        public CompletableFuture<JobClient> execute(
                Program program, Configuration configuration, ClassLoader userClassLoader) {
            job = executor.execute(program, configuration, userClassLoader);
            return job;
        }

        @Override
        public String explain(Program program, Configuration configuration) {
            return executor.explain(program, configuration);
        }

        @Override
        public String explainJson(Program program, Configuration configuration) {
            return executor.explainJson(program, configuration);
        }
    }
}
