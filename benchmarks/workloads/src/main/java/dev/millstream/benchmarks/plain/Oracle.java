package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Names;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.Schedule;
import dev.millstream.benchmarks.workload.text.TextFile;
import dev.millstream.benchmarks.workload.text.WordCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;

/** What results must be: computed one after the other, on one thread. */
public final class Oracle {
    private Oracle() {}

    /**
     * The result of a workload.
     *
     * @param units of input
     * @param namedKeys whether keys are texts
     * @param text the folder of the text
     * @param folder for the oracle's own files
     */
    public static Tally of(Workload workload, long units, boolean namedKeys, Path text, Path folder)
            throws IOException {
        LongUnaryOperator keyCode = namedKeys ? key -> Names.of(key).hashCode() : key -> key;
        return switch (workload) {
            case W1 -> words(units, text, folder);
            case W2, W3, W4, N5, N8, W12 -> new KeyedWork(workload, keyCode).onOneThread(units);
            case W5 -> ChainLoop.run(0, units);
            case N0, N1, N2 -> NexmarkLoop.run(workload, 0, units);
            case W7A, W7B -> sums(new Schedule(0, workload.firstUnits(), units), keyCode);
            case W8 -> new Tally();
        };
    }

    private static Tally words(long copies, Path text, Path folder) throws IOException {
        LineCounts once = new LineCounts();
        once.read(TextFile.files(text), 0, 1);
        LineCounts all = new LineCounts();
        for (long copy = 0; copy < copies; copy++) {
            all.add(once);
        }
        Path results = Files.createTempDirectory(folder, "oracle");
        all.write(results);
        Tally tally = WordCounts.load(results).tally();
        Files.delete(results.resolve("counts"));
        Files.delete(results);
        return tally;
    }

    private static Tally sums(Schedule schedule, LongUnaryOperator keyCode) {
        RunningSum task = new RunningSum(keyCode);
        for (long index = 0; index < schedule.count(); index++) {
            var event = schedule.event(index);
            task.event(event.key(), event.value(), 0);
        }
        return task.tally();
    }
}
