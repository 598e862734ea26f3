package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.process.Measurement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One process that measures itself: started, read, and ended if it takes too long. */
final class MeasuredRun {
    private static final int SHOWN_LINES = 3;

    private final List<Measurement> measurements = new ArrayList<>();
    private String error = "";

    private MeasuredRun() {}

    /** Runs a command to its end. */
    static MeasuredRun of(List<String> command, Path log, long timeoutS)
            throws IOException, InterruptedException {
        MeasuredRun run = new MeasuredRun();
        Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        CompletableFuture<Boolean> inTime =
                CompletableFuture.supplyAsync(() -> waitFor(process, timeoutS));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Measurement.parse(line).ifPresent(run.measurements::add);
            }
        } finally {
            if (!inTime.join()) {
                run.error = "it was ended, as it took more than " + timeoutS + " s";
            }
        }
        if (run.error.isEmpty() && process.exitValue() != 0) {
            run.error = "exit code " + process.exitValue() + "; " + lastLines(log);
        } else if (run.error.isEmpty() && run.last(Measurement.STEADY).isEmpty()) {
            run.error = "it has measured nothing; " + lastLines(log);
        }
        return run;
    }

    private static boolean waitFor(Process process, long timeoutS) {
        try {
            boolean ended = process.waitFor(timeoutS, TimeUnit.SECONDS);
            if (!ended) {
                end(process);
            }
            return ended;
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** With the processes that it has started. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.startsWith("\tat ")).toList();
        return String.join(
                " / ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    /** The last measurement of a phase. */
    Optional<Measurement> last(String phase) {
        return measurements.stream()
                .filter(measured -> measured.phase().equals(phase))
                .reduce((_, later) -> later);
    }

    /** What went wrong; empty when nothing did. */
    String error() {
        return error;
    }
}
