package dev.millstream.benchmarks.programs.processes;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.process.Engine;
import dev.millstream.benchmarks.process.JavaProcesses;
import dev.millstream.benchmarks.process.KeyStoreFile;
import dev.millstream.benchmarks.process.Program;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.client.RestClusterClient;
import dev.millstream.client.RestPipelineExecutor;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.cluster.standalone.RunDirectory;
import dev.millstream.configuration.Configuration;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.streaming.api.environment.ProgramContext;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.taskmanager.TaskManagerOptions;
import dev.millstream.transport.TransportOptions;
import dev.millstream.transport.tls.TlsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs on a JobManager and two TaskManagers with two slots each, all processes of their
 * own. With the variant {@code tls} their links are encrypted.
 */
public final class ProcessEngine implements Engine {
    /** The variant whose links are encrypted. */
    public static final String TLS = "tls";

    private static final int PARALLELISM = 2;
    private static final int TASK_MANAGERS = 2;
    private static final long PATIENCE_S = 60;
    private static final long PAUSE_MS = 50;

    private final JavaProcesses processes;
    private final Configuration configuration = new Configuration();
    private final RestClusterClient client;

    /** Starts them, with all they need in a folder. */
    public ProcessEngine(Path folder, String variant) throws IOException, InterruptedException {
        processes = new JavaProcesses(folder.resolve("logs"));
        RunDirectory directory = new RunDirectory(folder.resolve("cluster"));
        Map<String, String> options = new TreeMap<>();
        if (variant.equals(TLS)) {
            options.putAll(encrypted(KeyStoreFile.make(folder)));
        }
        start(RoleMain.JOB_MANAGER, RoleMain.JOB_MANAGER, directory, jobManager(options));
        ClusterAddress address = awaitJobManager(directory);
        configuration.set(RestOptions.ADDRESS, address.rest().host());
        configuration.set(RestOptions.PORT, address.rest().port());
        configuration.set(RestOptions.TOKEN_FILE, directory.tokenFile().toString());
        for (int number = 1; number <= TASK_MANAGERS; number++) {
            String name = "tm-" + number;
            start(name, RoleMain.TASK_MANAGER, directory, taskManager(name, address, options));
        }
        client = RestClusterClient.of(configuration);
        awaitTaskManagers();
    }

    private void start(
            String name, String role, RunDirectory directory, Map<String, String> options)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(role, directory.path().toString()));
        options.forEach((key, value) -> words.add(key + "=" + value));
        processes.start(name, RoleMain.class.getName(), words);
    }

    private static Map<String, String> encrypted(Path keys) {
        return Map.of(
                TlsOptions.ENABLED.key(),
                "true",
                TlsOptions.KEYSTORE.key(),
                keys.toString(),
                TlsOptions.KEYSTORE_PASSWORD.key(),
                KeyStoreFile.PASSWORD,
                TlsOptions.TRUSTSTORE.key(),
                keys.toString(),
                TlsOptions.TRUSTSTORE_PASSWORD.key(),
                KeyStoreFile.PASSWORD);
    }

    private static Map<String, String> jobManager(Map<String, String> shared) {
        Map<String, String> options = new TreeMap<>(shared);
        options.put(TransportOptions.JOB_MANAGER_PORT.key(), "0");
        options.put(RestOptions.PORT.key(), "0");
        return options;
    }

    private static Map<String, String> taskManager(
            String name, ClusterAddress jobManager, Map<String, String> shared) {
        Map<String, String> options = new TreeMap<>(shared);
        options.put(TransportOptions.JOB_MANAGER_ADDRESS.key(), jobManager.links().host());
        options.put(
                TransportOptions.JOB_MANAGER_PORT.key(),
                Integer.toString(jobManager.links().port()));
        options.put(TaskManagerOptions.RESOURCE_ID.key(), name);
        options.put(TaskManagerOptions.NUM_TASK_SLOTS.key(), Integer.toString(PARALLELISM));
        return options;
    }

    private ClusterAddress awaitJobManager(RunDirectory directory) throws InterruptedException {
        for (long end = deadline(); System.nanoTime() < end; pause()) {
            Optional<ClusterAddress> address = ClusterAddress.read(directory);
            if (address.isPresent() && Files.exists(directory.tokenFile())) {
                return address.get();
            }
        }
        throw new IllegalStateException("The JobManager has not started");
    }

    private void awaitTaskManagers() throws InterruptedException {
        String all = "\"taskmanagers\":" + TASK_MANAGERS;
        for (long end = deadline(); System.nanoTime() < end; pause()) {
            if (client.get("/overview").join().replace(" ", "").contains(all)) {
                return;
            }
        }
        throw new IllegalStateException("The TaskManagers have not registered");
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    }

    private void pause() throws InterruptedException {
        processes.check();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
    }

    @Override
    public Program program(Workload workload, String variant) {
        if (workload != Workload.W12) {
            throw new IllegalArgumentException(workload + " has no program for several processes");
        }
        return this::run;
    }

    private void run(Assignment assignment) throws Exception {
        ProgramContext context =
                new ProgramContext(
                        new RestPipelineExecutor(() -> client, Optional.empty()),
                        configuration,
                        ProcessEngine.class.getClassLoader(),
                        List.of());
        var _ =
                context.run(() -> {
                    StreamExecutionEnvironment env =
                            StreamExecutionEnvironment.getExecutionEnvironment()
                                    .setParallelism(PARALLELISM);
                    CrossingSums.define(env, assignment);
                    return env.execute("W12");
                });
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
