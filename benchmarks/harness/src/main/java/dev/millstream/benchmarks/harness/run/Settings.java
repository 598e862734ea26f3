package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be measured.
 *
 * @param contestants by workload
 * @param earlier samples that need not be measured again
 * @param rounds how many
 * @param seconds how long each run that counts lasts at least
 * @param heap the largest heap, as the JVM's option has it
 * @param searchesHeap whether the smallest heap is looked for afterwards
 * @param folder for inputs, results and logs
 * @param text the folder of the text
 */
public record Settings(
        Map<Workload, List<Contestant>> contestants,
        List<Sample> earlier,
        int rounds,
        double seconds,
        String heap,
        boolean searchesHeap,
        Path folder,
        Path text) {}
