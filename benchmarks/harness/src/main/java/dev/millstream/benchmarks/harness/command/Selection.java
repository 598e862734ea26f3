package dev.millstream.benchmarks.harness.command;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.Contestants;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.cli.output.CommandException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which workloads and which contestants the user wants. */
final class Selection {
    private static final List<Workload> DEFAULT = List.of(Workload.values());

    private Selection() {}

    /** The workloads of some names; all when there are none. */
    static List<Workload> workloads(List<String> names) {
        if (names.isEmpty()) {
            return DEFAULT;
        }
        List<Workload> workloads = new ArrayList<>();
        for (String name : names) {
            workloads.addAll(
                    Workload.named(name)
                            .orElseThrow(() ->
                                    CommandException.usage(
                                            "There is no workload '"
                                                    + name
                                                    + "'. There are W1 to W8 (W6 is N0, N1, N2,"
                                                    + " N5 and N8; W7 is W7A and W7B).")));
        }
        return workloads.stream().distinct().toList();
    }

    /** The engines that take part: ours always. */
    static Set<EngineKind> engines(List<String> peers) {
        Set<EngineKind> engines = EnumSet.of(EngineKind.MILLSTREAM);
        for (String peer : peers) {
            switch (peer.toLowerCase(Locale.ROOT)) {
                case "all" -> engines.addAll(EnumSet.allOf(EngineKind.class));
                case "none" -> {}
                case "flink" -> engines.add(EngineKind.FLINK);
                case "jet" -> engines.add(EngineKind.JET);
                case "plain" -> engines.add(EngineKind.PLAIN);
                default ->
                        throw CommandException.usage(
                                "There is no peer '"
                                        + peer
                                        + "'. Say some of flink, jet and plain, or all, or none.");
            }
        }
        return engines;
    }

    /** Who takes part in what. */
    static Map<Workload, List<Contestant>> contestants(
            List<Workload> workloads, Set<EngineKind> engines, boolean allVariants) {
        Map<Workload, List<Contestant>> contestants = new EnumMap<>(Workload.class);
        for (Workload workload : workloads) {
            contestants.put(
                    workload,
                    Contestants.of(workload, allVariants).stream()
                            .filter(it -> engines.contains(it.engine()))
                            .toList());
        }
        return contestants;
    }
}
