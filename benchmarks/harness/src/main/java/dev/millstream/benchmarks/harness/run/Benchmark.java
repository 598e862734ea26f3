package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.ProcessCommands;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.process.Measurement;
import dev.millstream.benchmarks.process.ProcessPlan;
import dev.millstream.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures contestants in turn, round by round, each time in a process of its own. In each round
 * another one begins, so that none is always behind the same.
 */
public final class Benchmark {
    private static final long START_S = 240;
    private static final int TIMES = 8;

    /** A heap that is too small makes runs long: they need not end. */
    private static final long HEAP_START_S = 20;

    private static final int HEAP_TIMES = 3;

    private final Settings settings;
    private final ProcessCommands commands;
    private final Progress progress;
    private final Expectations expectations;
    private final StartRun starts;
    private final Agenda agenda;
    private final String series = Instant.now().toString();
    private final Map<String, Long> sizes = new HashMap<>();
    private final List<Sample> samples;

    public Benchmark(Settings settings, ProcessCommands commands, Progress progress) {
        this.settings = settings;
        this.commands = commands;
        this.progress = progress;
        this.expectations = new Expectations(settings.text(), settings.folder());
        this.starts = new StartRun(commands, settings.folder());
        this.agenda = new Agenda(settings);
        this.samples = new ArrayList<>(settings.earlier());
    }

    /**
     * Measures everything that earlier samples lack; they are among the result, and so is what has
     * failed.
     */
    public List<Sample> run() throws IOException, InterruptedException {
        for (Turn turn : agenda.turns()) {
            take(turn);
        }
        if (settings.searchesHeap()) {
            for (Map.Entry<Workload, List<Contestant>> entry : settings.contestants().entrySet()) {
                for (Contestant contestant : entry.getValue()) {
                    searchHeap(entry.getKey(), contestant);
                }
            }
        }
        return samples;
    }

    private void take(Turn turn) throws IOException, InterruptedException {
        progress.starts(
                "round "
                        + turn.round()
                        + " of "
                        + settings.rounds()
                        + ": "
                        + turn.workload()
                        + ", "
                        + turn.contestant().name()
                        + " ("
                        + agenda.position()
                        + ")");
        long start = System.nanoTime();
        add(measure(turn.round(), turn.workload(), turn.contestant(), settings.heap()));
        agenda.did((System.nanoTime() - start) / 1e9);
    }

    private void add(Sample sample) {
        samples.add(sample);
        progress.ended(sample);
    }

    /** Not of several processes: which of them lacks memory wouldn't be known. */
    private void searchHeap(Workload workload, Contestant contestant)
            throws IOException, InterruptedException {
        if (workload == Workload.W12) {
            return;
        }
        HeapSearch search = HeapSearch.of(samples, workload, contestant);
        while (search.isOpen()) {
            String heap = search.nextMb() + "m";
            progress.starts(workload + ", " + contestant.name() + ", with -Xmx" + heap);
            search.take(measure(Sample.HEAP_SEARCH, workload, contestant, heap));
        }
        search.found().ifPresent(this::add);
    }

    private Sample measure(int round, Workload workload, Contestant contestant, String heap)
            throws IOException, InterruptedException {
        if (workload.kind() == Workload.Kind.START) {
            return starts.measure(series, round, contestant, heap);
        }
        Path folder = Files.createTempDirectory(settings.folder(), "run");
        long size = sizes.getOrDefault(workload + contestant.name(), 0L);
        ProcessPlan plan =
                new ProcessPlan(
                        workload,
                        contestant.variant(),
                        settings.seconds(),
                        size,
                        0,
                        folder,
                        settings.text());
        MeasuredRun run =
                MeasuredRun.of(
                        commands.measuring(contestant, heap, plan),
                        settings.folder().resolve(logName(workload, contestant)),
                        round == Sample.HEAP_SEARCH
                                ? HEAP_START_S + (long) (HEAP_TIMES * settings.seconds())
                                : START_S + (long) (TIMES * settings.seconds()));
        Folders.delete(folder);
        return sample(round, workload, contestant, run);
    }

    private static String logName(Workload workload, Contestant contestant) {
        return workload + "-" + contestant.name().replace(' ', '-') + ".log";
    }

    private Sample sample(int round, Workload workload, Contestant contestant, MeasuredRun run)
            throws IOException {
        String error = run.error();
        SortedMap<String, Long> first = figures(run, Measurement.FIRST);
        SortedMap<String, Long> steady = figures(run, Measurement.STEADY);
        if (error.isEmpty()) {
            error = difference(workload, contestant, run);
        }
        if (error.isEmpty() && workload.kind() == Workload.Kind.THROUGHPUT) {
            sizes.put(workload + contestant.name(), steady.get(Measurement.UNITS));
        }
        return new Sample(
                workload.name(),
                contestant.name(),
                contestant.engine().isPeer(),
                series,
                round,
                Instant.now().toString(),
                first,
                steady,
                error);
    }

    /** The first run of everybody is compared, and the one that counts of all but the oracle. */
    private String difference(Workload workload, Contestant contestant, MeasuredRun run)
            throws IOException {
        boolean named = contestant.hasNamedKeys();
        Optional<Measurement> first = run.last(Measurement.FIRST);
        String error =
                first.isEmpty() ? "" : expectations.difference(workload, named, false, first.get());
        return error.isEmpty()
                ? expectations.difference(
                        workload,
                        named,
                        contestant.isOracle(),
                        run.last(Measurement.STEADY).orElseThrow())
                : error;
    }

    private static SortedMap<String, Long> figures(MeasuredRun run, String phase) {
        return run.last(phase).map(Measurement::figures).orElseGet(TreeMap::new);
    }
}
