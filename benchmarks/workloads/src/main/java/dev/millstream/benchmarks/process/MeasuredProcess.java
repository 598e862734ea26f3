package dev.millstream.benchmarks.process;

import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.LatencyFile;
import dev.millstream.benchmarks.workload.placement.Placement;
import dev.millstream.benchmarks.workload.text.TextFile;
import dev.millstream.benchmarks.workload.text.WordCounts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures one program of one engine: a first run of a fixed size, a run that warms up, and the run
 * that counts, which is long enough.
 */
public final class MeasuredProcess {
    private static final double SPARE = 1.1;
    private static final double WARM_SHARE = 0.25;
    private static final int LEAST_WARM_RUNS = 2;
    private static final int MOST_WARM_RUNS = 5;
    private static final double STILL_GETTING_FASTER = 1.1;

    private final ProcessPlan plan;
    private final Engine engine;
    private final Program program;
    private final PrintStream out;
    private int runs;

    private MeasuredProcess(ProcessPlan plan, Engine engine, PrintStream out) {
        this.plan = plan;
        this.engine = engine;
        this.program = engine.program(plan.workload(), plan.variant());
        this.out = out;
    }

    /** Measures what the plan says and writes a line for each run. */
    public static void measure(ProcessPlan plan, Engine engine, PrintStream out) throws Exception {
        MeasuredProcess process = new MeasuredProcess(plan, engine, out);
        if (plan.workload().kind() == Workload.Kind.LATENCY) {
            process.latency();
        } else {
            process.throughput();
        }
    }

    private void latency() throws Exception {
        run(Measurement.WARM, Math.max(1, Math.round(plan.seconds() * WARM_SHARE)));
        run(Measurement.STEADY, Math.max(1, Math.round(plan.seconds())));
    }

    private void throughput() throws Exception {
        long first = plan.firstUnits() > 0 ? plan.firstUnits() : plan.workload().firstUnits();
        Measurement last = run(Measurement.FIRST, first);
        if (plan.units() > 0) {
            run(Measurement.WARM, RoundSize.atLeast(plan.units() * WARM_SHARE));
            run(Measurement.STEADY, plan.units());
            return;
        }
        double before = 0;
        for (int warm = 0; isToBeWarmed(warm, before, rate(last)); warm++) {
            before = rate(last);
            last = run(Measurement.WARM, sizeFor(last, plan.seconds() * WARM_SHARE));
        }
        long units = sizeFor(last, plan.seconds() * SPARE);
        do {
            last = run(Measurement.STEADY, units);
            units =
                    Math.max(
                            RoundSize.atLeast(units * SPARE),
                            sizeFor(last, plan.seconds() * SPARE));
        } while (last.figure(Measurement.NANOS) < plan.seconds() * 1e9);
    }

    /** Runs that warm up go on as long as each is faster than the one before. */
    private static boolean isToBeWarmed(int runs, double before, double rate) {
        return runs < LEAST_WARM_RUNS
                || (runs < MOST_WARM_RUNS && rate > before * STILL_GETTING_FASTER);
    }

    private static long sizeFor(Measurement seen, double seconds) {
        return RoundSize.atLeast(rate(seen) * seconds);
    }

    private static double rate(Measurement seen) {
        return seen.figure(Measurement.UNITS) / (double) seen.figure(Measurement.NANOS) * 1e9;
    }

    private Measurement run(String phase, long units) throws Exception {
        Path folder = Files.createDirectories(plan.folder().resolve("run-" + runs++));
        Path results = Files.createDirectories(folder.resolve("results"));
        Path input = Files.createDirectories(folder.resolve("input"));
        if (plan.workload() == Workload.W1) {
            linkCopies(units, input);
        }
        System.gc();
        MachineTime before = MachineTime.now(engine.processes());
        long start = System.nanoTime();
        program.run(new Assignment(units, input, results));
        long nanos = System.nanoTime() - start;
        MachineTime used = MachineTime.now(engine.processes()).since(before);
        Measurement measured = new Measurement(phase, figures(units, nanos, used, results));
        out.println(measured.toLine());
        out.flush();
        delete(folder);
        return measured;
    }

    private void linkCopies(long copies, Path input) throws IOException {
        for (Path part : TextFile.files(plan.text())) {
            for (long copy = 0; copy < copies; copy++) {
                Files.createLink(input.resolve(copy + "-" + part.getFileName()), part);
            }
        }
    }

    private SortedMap<String, Long> figures(long units, long nanos, MachineTime used, Path results)
            throws IOException {
        SortedMap<String, Long> figures = new TreeMap<>();
        figures.put(Measurement.UNITS, units);
        figures.put(Measurement.NANOS, nanos);
        figures.put(Measurement.CPU_NANOS, used.own());
        figures.put(Measurement.OTHERS_NANOS, used.others());
        figures.put(Measurement.STEAL_NANOS, used.stolen());
        figures.put(Measurement.PEAK_KB, MachineTime.peakResidentKb(engine.processes()));
        Tally tally;
        if (plan.workload() == Workload.W1) {
            WordCounts.Counted counted = WordCounts.load(results);
            tally = counted.tally();
            figures.put(Measurement.THINGS_PER_UNIT, counted.words() / units);
        } else {
            tally = Tally.load(results);
        }
        figures.put(Measurement.COUNT, tally.count());
        figures.put(Measurement.CHECKSUM, tally.checksum());
        if (plan.workload() == Workload.W12) {
            figures.put(Measurement.CROSSED, Placement.load(results).crossed(tally.count()));
        }
        figures.putAll(LatencyFile.percentiles(results));
        return figures;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
