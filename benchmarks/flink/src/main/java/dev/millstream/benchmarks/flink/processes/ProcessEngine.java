package dev.millstream.benchmarks.flink.processes;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.JavaProcesses;
import dev.millstream.benchmarks.process.KeyStoreFile;
import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint;
import org.apache.flink.runtime.taskexecutor.TaskManagerRunner;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs programs on a JobManager and two TaskManagers with two slots each, all processes of their
 * own. Parts of a variant: {@code tuple} or {@code pojo}; {@code -reuse} has object reuse on;
 * {@code -tls} encrypts what goes between processes.
 */
public final class ProcessEngine implements Engine {
    private static final long PATIENCE_S = 60;
    private static final long START_PAUSE_MS = 50;
    private static final long END_PAUSE_MS = 10;

    private final JavaProcesses processes;
    private final RestClusterClient<StandaloneClusterId> client;

    /** Starts them, with all they need in a folder. */
    public ProcessEngine(Path folder, String variant) throws Exception {
        processes = new JavaProcesses(folder.resolve("logs"));
        Configuration shared =
                ProcessConfiguration.shared(Files.createDirectories(folder.resolve("tmp")));
        if (variant.endsWith("-tls")) {
            ProcessConfiguration.encrypt(shared, KeyStoreFile.make(folder));
        }
        Path files = Files.createDirectories(folder.resolve("configuration"));
        Files.createFile(files.resolve("config.yaml"));
        Class<?> runner = TaskManagerRunner.class;
        start("jobmanager", StandaloneSessionClusterEntrypoint.class, files, shared);
        start("sources", runner, files, ProcessConfiguration.sources(shared));
        start("sums", runner, files, ProcessConfiguration.sums(shared));
        client = new RestClusterClient<>(shared, StandaloneClusterId.getInstance());
        awaitTaskManagers(shared);
    }

    private void start(String name, Class<?> main, Path files, Configuration configuration)
            throws Exception {
        List<String> words = new ArrayList<>(List.of("--configDir", files.toString()));
        words.addAll(ProcessConfiguration.words(configuration));
        processes.start(name, main.getName(), words);
    }

    private void awaitTaskManagers(Configuration shared) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (!Overview.tells(shared, 2)) {
            processes.check();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The TaskManagers have not registered");
            }
            TimeUnit.MILLISECONDS.sleep(START_PAUSE_MS);
        }
    }

    @Override
    public Program program(Workload workload, String variant) {
        if (workload != Workload.W12) {
            throw new IllegalArgumentException(workload + " has no program for several processes");
        }
        return assignment -> run(variant, assignment);
    }

    private void run(String variant, Assignment assignment) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment()
                        .setParallelism(ProcessConfiguration.SLOTS);
        if (variant.contains("-reuse")) {
            env.getConfig().enableObjectReuse();
        }
        if (variant.startsWith("pojo")) {
            CrossingSums.pojos(env, assignment);
        } else {
            CrossingSums.tuples(env, assignment);
        }
        JobID job = client.submitJob(env.getStreamGraph().getJobGraph()).join();
        // the client's own waiting pauses for up to two seconds
        while (!client.getJobStatus(job).join().isGloballyTerminalState()) {
            processes.check();
            TimeUnit.MILLISECONDS.sleep(END_PAUSE_MS);
        }
        var result = client.requestJobResult(job).join();
        if (!result.isSuccess()) {
            throw new CompletionException(
                    result.getSerializedThrowable()
                            .<Throwable>map(it -> it)
                            .orElseGet(() -> new IllegalStateException("It was cancelled")));
        }
    }

    @Override
    public List<ProcessHandle> processes() {
        return processes.handles();
    }

    @Override
    public void close() {
        client.close();
        processes.close();
    }
}
