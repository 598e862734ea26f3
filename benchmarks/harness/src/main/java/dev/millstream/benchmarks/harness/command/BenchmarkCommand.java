package dev.millstream.benchmarks.harness.command;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
import dev.millstream.benchmarks.harness.contestant.PeerBuild;
import dev.millstream.benchmarks.harness.contestant.ProcessCommands;
import dev.millstream.benchmarks.harness.report.JsonLines;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.harness.run.Benchmark;
import dev.millstream.benchmarks.harness.run.Settings;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.text.TextFile;
import dev.millstream.cli.output.Caller;
import dev.millstream.cli.output.CommandException;
import dev.millstream.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures workloads, or reports what was measured. */
@Command(
        name = "benchmark",
        description =
                "Measures Millstream beside Flink, Jet and hand-written Java, in turn, each in a"
                        + " process of its own; nothing else should run on the machine.")
final class BenchmarkCommand implements Callable<Integer> {
    private static final int MB = 20;

    private final Caller caller;

    @Parameters(paramLabel = "WORKLOAD", description = "W1 to W8, W12; all by default.")
    private List<String> workloads = new ArrayList<>();

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "NAME",
            description = "Some of flink, jet and plain, or all (the default), or none.")
    private List<String> peers = new ArrayList<>(List.of("all"));

    @Option(names = "--rounds", description = "How often everything is measured; 5 by default.")
    private int rounds = 5;

    @Option(
            names = "--seconds",
            description = "How long a run that counts lasts at least; 20 by default.")
    private double seconds = 20;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Only some contestants, such as flink:tuple-reuse or jet; and ours, as ratios"
                            + " are of what was measured in the same round.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "NAME",
            description = "All but some contestants, such as plain:two.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--resume",
            description =
                    "Go on with what the folder of --output has: measure only rounds that it"
                            + " lacks, and report all.")
    private boolean resumes;

    @Option(
            names = "--variants",
            description =
                    "Measure our programs with other types, and the peers' latency with"
                            + " checkpoints, too.")
    private boolean allVariants;

    @Option(names = "--heap", description = "The largest heap; 4g by default.")
    private String heap = "4g";

    @Option(
            names = "--smallest-heap",
            description = "Look for the smallest heap that reaches 90 %% of the rate.")
    private boolean searchesHeap;

    @Option(names = "--text-mb", description = "Size of W1's text; 256 by default.")
    private int textMb = 256;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where results and logs go; benchmarks/target/benchmark by default.")
    private @Nullable Path output;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Measure nothing; report what files of JSON lines have.")
    private List<Path> reported = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object for each run.")
    private boolean json;

    BenchmarkCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkNumbers();
        List<Workload> selected = Selection.workloads(workloads);
        Set<EngineKind> engines = Selection.engines(peers);
        Predicate<Contestant> wanted = Selection.wanted(only, without);
        Output results = new Output(caller, folder(), json);
        List<Sample> samples =
                reported.isEmpty()
                        ? measured(
                                Selection.contestants(selected, engines, allVariants, wanted),
                                engines,
                                results)
                        : read();
        results.report(samples);
        return samples.stream().anyMatch(Sample::isError) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private void checkNumbers() {
        if (rounds < 1 || !(seconds > 0) || textMb < 1) {
            throw CommandException.usage(
                    "The options --rounds, --seconds and --text-mb must be positive, but are "
                            + rounds
                            + ", "
                            + seconds
                            + " and "
                            + textMb
                            + ".");
        }
        if (!heap.matches("[1-9][0-9]*[mgMG]")) {
            throw CommandException.usage(
                    "The option --heap must be a number of megabytes or gigabytes such as 512m or"
                            + " 4g, but is '"
                            + heap
                            + "'.");
        }
    }

    private List<Sample> read() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : reported) {
            try {
                samples.addAll(JsonLines.read(file));
            } catch (IOException e) {
                throw CommandException.of(
                        ExitCode.USAGE,
                        "The file '"
                                + file
                                + "' is not one of results: "
                                + e.getMessage()
                                + ". Give a file of JSON lines that 'benchmark' has written.",
                        e);
            }
        }
        return samples;
    }

    private List<Sample> measured(
            Map<Workload, List<Contestant>> contestants, Set<EngineKind> engines, Output results)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(folder());
        Path text = folder.resolve("text-" + textMb);
        if (contestants.containsKey(Workload.W1)) {
            var _ = TextFile.ensure(text, (long) textMb << MB);
        }
        Path javaHome = Path.of(System.getProperty("java.home", ""));
        buildPeers(engines, folder, javaHome);
        Settings settings =
                new Settings(
                        contestants,
                        resumes ? results.earlier() : List.of(),
                        rounds,
                        seconds,
                        heap,
                        searchesHeap,
                        folder,
                        text);
        ProcessCommands commands =
                new ProcessCommands(
                        javaHome.resolve("bin/java"),
                        System.getProperty("java.class.path", ""),
                        root());
        return new Benchmark(settings, commands, results).run();
    }

    private void buildPeers(Set<EngineKind> engines, Path folder, Path javaHome)
            throws IOException, InterruptedException {
        PeerBuild build = new PeerBuild(root());
        List<EngineKind> wanted = engines.stream().filter(EngineKind::isPeer).toList();
        if (wanted.isEmpty()) {
            return;
        }
        if (!build.isPossible()) {
            throw CommandException.usage(
                    "Flink and Jet can be measured in a source checkout only, where Maven fetches"
                            + " them. Run it there, or say --peers plain.");
        }
        if (!build.isDone(wanted)) {
            Path log = folder.resolve("peers.log");
            caller.err().println("millstream: building peers (log: " + log + ") ...");
            if (!build.run(log, javaHome.toString())) {
                throw CommandException.failed(
                        "The programs of the peers could not be built. See "
                                + log
                                + ", or leave the peers out with --peers plain.");
            }
        }
    }

    private Path root() {
        return Path.of(caller.environment().getOrDefault("MILLSTREAM_LAUNCHER_DIR", "."))
                .toAbsolutePath()
                .normalize();
    }

    private Path folder() {
        if (output != null) {
            return output.toAbsolutePath();
        }
        Path benchmarks = root().resolve("benchmarks");
        return Files.isDirectory(benchmarks)
                ? benchmarks.resolve("target/benchmark")
                : Path.of("millstream-benchmark").toAbsolutePath();
    }
}
