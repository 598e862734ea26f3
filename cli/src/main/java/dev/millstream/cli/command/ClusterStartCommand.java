package dev.millstream.cli.command;

import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import dev.millstream.cli.remote.ClusterReport;
import dev.millstream.cli.remote.Json;
import dev.millstream.cli.remote.RestCalls;
import dev.millstream.cli.remote.Target;
import dev.millstream.cluster.entrypoint.EntrypointOptions;
import dev.millstream.cluster.entrypoint.ProcessSetup;
import dev.millstream.cluster.local.LocalProviderOptions;
import dev.millstream.cluster.standalone.BackgroundCluster;
import dev.millstream.cluster.standalone.ClusterAddress;
import dev.millstream.cluster.standalone.ClusterException;
import dev.millstream.configuration.MemorySize;
import dev.millstream.jobmanager.JobManagerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a cluster in the background. */
@Command(
        name = "start",
        description = "Starts a JobManager and TaskManagers, unless they run, and waits for them.")
final class ClusterStartCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MS = 50;
    private static final String JOB_MANAGER = "jobmanager";

    private final Caller caller;

    @Mixin private ProcessParameters process = new ProcessParameters();

    @Option(
            names = "--taskmanagers",
            paramLabel = "N",
            description = "How many TaskManagers run, even when nobody needs them; 1 without it.")
    private @Nullable Integer taskManagers;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ClusterStartCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (taskManagers != null && taskManagers < 0) {
            throw CommandException.usage(
                    "The number given with --taskmanagers is " + taskManagers + ".");
        }
        ProcessSetup setup = process.setup(caller);
        BackgroundCluster cluster =
                new BackgroundCluster(
                        setup.directory(), notice -> caller.err().println("millstream: " + notice));
        boolean ran = cluster.find().isPresent();
        if (ran) {
            caller.err().println("millstream: The cluster runs already.");
        }
        Map<String, String> options = options();
        ClusterAddress address;
        try {
            address = cluster.start(setup.command(), memory(setup), call(setup, options));
        } catch (ClusterException e) {
            throw CommandException.of(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        }
        Target target =
                Target.require(
                        caller, setup.configuration(), Optional.of(address.rest().toString()));
        try (RestCalls calls = new RestCalls(target)) {
            Json overview = ran ? overview(calls) : awaitTaskManagers(calls, setup, options);
            new ClusterReport(setup.directory(), address, overview).print(caller.out(), json);
        }
        return ExitCode.DONE;
    }

    /** Those of the command line win. */
    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put(EntrypointOptions.PROVIDER.key(), EntrypointOptions.Provider.LOCAL.name());
        options.putAll(process.definitions());
        if (taskManagers != null) {
            options.put(
                    LocalProviderOptions.MIN_TASK_MANAGERS.key(), Integer.toString(taskManagers));
        }
        return options;
    }

    private static List<String> call(ProcessSetup setup, Map<String, String> options) {
        String log = setup.directory().log(JOB_MANAGER).toString();
        List<String> words = new ArrayList<>(List.of(JOB_MANAGER, "--log-to", log));
        options.forEach((key, value) -> {
            words.add("-D");
            words.add(key + "=" + value);
        });
        return words;
    }

    private static MemorySize memory(ProcessSetup setup) {
        return setup.configuration().get(JobManagerOptions.PROCESS_MEMORY);
    }

    private static Json overview(RestCalls calls) {
        return Json.parse(calls.get("/overview"));
    }

    private Json awaitTaskManagers(RestCalls calls, ProcessSetup setup, Map<String, String> options)
            throws InterruptedException {
        String configured = options.get(LocalProviderOptions.MIN_TASK_MANAGERS.key());
        int expected =
                configured == null
                        ? setup.configuration().get(LocalProviderOptions.MIN_TASK_MANAGERS)
                        : Integer.parseInt(configured);
        long endNs = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < endNs) {
            Json overview = overview(calls);
            if (overview.number("taskmanagers") >= expected) {
                return overview;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
        throw CommandException.failed(
                "The JobManager runs, but "
                        + expected
                        + " TaskManagers have not registered within "
                        + PATIENCE.toSeconds()
                        + " s. Their logs in "
                        + setup.directory().logs()
                        + " say why; 'millstream cluster stop' ends what has started.");
    }
}
