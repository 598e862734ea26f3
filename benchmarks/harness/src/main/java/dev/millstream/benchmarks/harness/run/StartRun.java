package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.ProcessCommands;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.harness.result.Spread;
import dev.millstream.benchmarks.process.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** W8: whole processes that count the words of a few lines, from start to exit. */
final class StartRun {
    private static final int STARTS = 5;
    private static final long TIMEOUT_S = 60;
    private static final String TEXT = "to be or not to be\nthat is the question\n";
    private static final String EXPECTED = "be\t2";
    private static final long NANOS_PER_TICK = 10_000_000;

    private final ProcessCommands commands;
    private final Path folder;

    StartRun(ProcessCommands commands, Path folder) {
        this.commands = commands;
        this.folder = folder;
    }

    /** What one start has taken. */
    private record Start(long nanos, long cpuNanos) {
        SortedMap<String, Long> figures() {
            SortedMap<String, Long> figures = new TreeMap<>();
            figures.put(Measurement.UNITS, 1L);
            figures.put(Measurement.NANOS, nanos);
            figures.put(Measurement.CPU_NANOS, cpuNanos);
            return figures;
        }
    }

    /** The median of a few starts, behind a first one. */
    Sample measure(String series, int round, Contestant contestant, String heap)
            throws IOException, InterruptedException {
        Path text = Files.createDirectories(folder.resolve("few-lines")).resolve("text");
        Files.writeString(text, TEXT);
        List<String> command = commands.starting(contestant, heap, text);
        String error = "";
        SortedMap<String, Long> first = new TreeMap<>();
        SortedMap<String, Long> steady = new TreeMap<>();
        try {
            first = start(command).figures();
            List<Start> starts = new ArrayList<>();
            for (int i = 1; i < STARTS; i++) {
                starts.add(start(command));
            }
            steady =
                    new Start(
                                    median(starts.stream().map(it -> (double) it.nanos()).toList()),
                                    median(
                                            starts.stream()
                                                    .map(it -> (double) it.cpuNanos())
                                                    .toList()))
                            .figures();
        } catch (IOException e) {
            error = String.valueOf(e.getMessage());
        }
        return new Sample(
                "W8",
                contestant.name(),
                contestant.engine().isPeer(),
                series,
                round,
                Instant.now().toString(),
                first,
                steady,
                error);
    }

    private static long median(List<Double> numbers) {
        return Math.round(Spread.of(numbers).median());
    }

    private Start start(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("start.out");
        long cpu = childrenCpuNanos();
        long begin = System.nanoTime();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(folder.resolve("start.log").toFile());
        builder.environment().put("MILLSTREAM_RUN_DIR", folder.resolve("no-cluster").toString());
        Process process = builder.start();
        if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it was ended, as it took more than " + TIMEOUT_S + " s");
        }
        long nanos = System.nanoTime() - begin;
        if (process.exitValue() != 0
                || !Files.readString(out, StandardCharsets.UTF_8).contains(EXPECTED)) {
            throw new IOException(
                    "exit code "
                            + process.exitValue()
                            + ", and what it has printed lacks the expected count");
        }
        return new Start(nanos, childrenCpuNanos() - cpu);
    }

    /** Processor time of all processes that this one has started and that have ended. */
    private static long childrenCpuNanos() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_PER_TICK;
    }
}
