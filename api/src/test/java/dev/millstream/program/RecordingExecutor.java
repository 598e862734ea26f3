package dev.millstream.program;

import dev.millstream.configuration.Configuration;
import dev.millstream.core.execution.JobClient;
import dev.millstream.core.execution.PipelineExecutor;
import dev.millstream.core.execution.Program;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Keeps the programs that it is given, and hands out a client that the test has made. */
final class RecordingExecutor implements PipelineExecutor {
    final List<Program> programs = new ArrayList<>();
    private final CompletableFuture<JobClient> client;

    RecordingExecutor(JobClient client) {
        this(CompletableFuture.completedFuture(client));
    }

    RecordingExecutor(CompletableFuture<JobClient> client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<JobClient> execute(
            Program program, Configuration configuration, ClassLoader userClassLoader) {
        programs.add(program);
        return client;
    }

    @Override
    public String explain(Program program, Configuration configuration) {
        return "plan of " + program.operators().size() + " operators";
    }

    @Override
    public String explainJson(Program program, Configuration configuration) {
        return "{\"operators\":" + program.operators().size() + "}";
    }

    Program only() {
        if (programs.size() != 1) {
            throw new AssertionError("One program was expected, but there are " + programs);
        }
        return programs.getFirst();
    }

    /** Runs a program that gets its environment as the ones on the command line do. */
    void run(Configuration configuration, Main main) throws Exception {
        new ProgramContext(this, configuration, RecordingExecutor.class.getClassLoader(), List.of())
                .run(() -> {
                    main.run(StreamExecutionEnvironment.getExecutionEnvironment());
                    return true;
                });
    }

    /** Builds a program, executes it and returns what was submitted. */
    static Program submitted(Consumer<StreamExecutionEnvironment> main) throws Exception {
        RecordingExecutor executor = new RecordingExecutor(new FakeJobClient());
        executor.run(
                new Configuration(),
                env -> {
                    main.accept(env);
                    env.executeAsync("test");
                });
        return executor.only();
    }

    interface Main {
        void run(StreamExecutionEnvironment env) throws Exception;
    }
}
