package dev.millstream.cluster.entrypoint;

import dev.millstream.api.common.JobID;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.configuration.MemorySize;
import dev.millstream.protocol.rest.RestOptions;
import dev.millstream.rest.access.ProgramLauncher;
import dev.millstream.rest.access.ProgramRun;
import dev.millstream.rest.route.RestException;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs programs' main methods as {@code run -d} does, each in a process of its own, a few at a
 * time. One that does not end some time after its first job is ended; its jobs go on.
 */
final class ProgramProcesses implements ProgramLauncher, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramProcesses.class);
    private static final MemorySize MEMORY = MemorySize.ofMebiBytes(512);
    private static final int MAX_AT_A_TIME = 8;
    private static final Duration PATIENCE_AFTER_JOB = Duration.ofMinutes(1);

    private final ProcessSetup setup;
    private final Semaphore free = new Semaphore(MAX_AT_A_TIME);
    private final Set<ProgramProcess> live = ConcurrentHashMap.newKeySet();

    ProgramProcesses(ProcessSetup setup) {
        this.setup = setup;
    }

    @Override
    public CompletableFuture<JobID> launch(ProgramRun run) {
        if (!free.tryAcquire()) {
            return CompletableFuture.failedFuture(
                    RestException.unavailable(
                            MAX_AT_A_TIME
                                    + " programs are being run already; try again in a moment"));
        }
        CompletableFuture<JobID> submitted = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("program " + run.name())
                .start(() -> {
                    try {
                        runIn(submitted, run);
                    } finally {
                        free.release();
                    }
                });
        return submitted;
    }

    private void runIn(CompletableFuture<JobID> submitted, ProgramRun run) {
        try (ProgramProcess process = new ProgramProcess(start(run), submitted)) {
            live.add(process);
            try {
                process.follow();
                if (submitted.isDone() && !process.awaitEnd(PATIENCE_AFTER_JOB)) {
                    LOG.warn(
                            "The program in {} has submitted job {} and goes on; it is ended after"
                                    + " {}",
                            run.name(),
                            submitted,
                            PATIENCE_AFTER_JOB);
                }
            } finally {
                live.remove(process);
            }
        } catch (IOException | RuntimeException e) {
            submitted.completeExceptionally(
                    new IllegalStateException("The program can't be started: " + e, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            submitted.completeExceptionally(e);
        }
    }

    private Process start(ProgramRun run) throws IOException {
        return new ProcessBuilder(setup.command().call(MEMORY, arguments(run)))
                .redirectInput(new File("/dev/null"))
                .start();
    }

    private List<String> arguments(ProgramRun run) {
        ClusterAddress address =
                ClusterAddress.read(setup.directory())
                        .orElseThrow(() -> new IllegalStateException("The JobManager is starting"));
        List<String> words = new ArrayList<>(List.of("run", "-d", "-m", address.rest().toString()));
        run.entryClass().ifPresent(name -> words.addAll(List.of("-c", name)));
        run.parallelism().ifPresent(it -> words.addAll(List.of("-p", Integer.toString(it))));
        Map<String, String> options = new TreeMap<>(run.configuration());
        options.putIfAbsent(RestOptions.TOKEN_FILE.key(), setup.tokenFile().toString());
        words.addAll(TaskManagerCall.definitions(options));
        words.add(run.jar().toString());
        words.addAll(run.arguments());
        return words;
    }

    /** Ends those that run. Their jobs go on. */
    @Override
    public void close() {
        live.forEach(ProgramProcess::close);
    }
}
