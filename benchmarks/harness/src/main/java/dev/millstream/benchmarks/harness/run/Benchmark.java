package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures contestants in turn, round by round, each time in a process of its own. In each round
 * another one begins, so that none is always behind the same.
 */
public final class Benchmark {
    private static final long START_S = 240;
    private static final int TIMES = 8;

    private final Settings settings;
    private final ProcessCommands commands;
    private final Progress progress;
    private final Expectations expectations;
    private final StartRun starts;
    private final Map<String, Long> sizes = new HashMap<>();
    private final List<Sample> samples = new ArrayList<>();

    public Benchmark(Settings settings, ProcessCommands commands, Progress progress) {
        this.settings = settings;
        this.commands = commands;
        this.progress = progress;
        this.expectations = new Expectations(settings.text(), settings.folder());
        this.starts = new StartRun(commands, settings.folder());
    }

    /** Measures everything. What has failed is among the samples, too. */
    public List<Sample> run() throws IOException, InterruptedException {
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Map.Entry<Workload, List<Contestant>> entry : settings.contestants().entrySet()) {
                List<Contestant> turn = new ArrayList<>(entry.getValue());
                Collections.rotate(turn, 1 - round);
                for (Contestant contestant : turn) {
                    take(round, entry.getKey(), contestant);
                }
            }
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

    private void take(int round, Workload workload, Contestant contestant)
            throws IOException, InterruptedException {
        progress.starts(
                "round "
                        + round
                        + " of "
                        + settings.rounds()
                        + ": "
                        + workload
                        + ", "
                        + contestant.name());
        add(measure(round, workload, contestant, settings.heap()));
    }

    private void add(Sample sample) {
        samples.add(sample);
        progress.ended(sample);
    }

    private void searchHeap(Workload workload, Contestant contestant)
            throws IOException, InterruptedException {
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
            return starts.measure(round, contestant, heap);
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
                        START_S + (long) (TIMES * settings.seconds()));
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
            error =
                    expectations.difference(
                            workload,
                            contestant.hasNamedKeys(),
                            run.last(Measurement.STEADY).orElseThrow());
        }
        if (error.isEmpty() && workload.kind() == Workload.Kind.THROUGHPUT) {
            sizes.put(workload + contestant.name(), steady.get(Measurement.UNITS));
        }
        return new Sample(
                workload.name(),
                contestant.name(),
                contestant.engine() == EngineKind.FLINK || contestant.engine() == EngineKind.JET,
                round,
                Instant.now().toString(),
                first,
                steady,
                error);
    }

    private static SortedMap<String, Long> figures(MeasuredRun run, String phase) {
        return run.last(phase).map(Measurement::figures).orElseGet(TreeMap::new);
    }
}
