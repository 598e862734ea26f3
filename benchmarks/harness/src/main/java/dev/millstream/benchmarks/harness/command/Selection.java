package dev.millstream.benchmarks.harness.command;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.Contestants;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.cli.output.CommandException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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
                                                    + "'. There are W1 to W8 and W12 (W6 is N0, N1,"
                                                    + " N2, N5 and N8; W7 is W7A and W7B).")));
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

    /**
     * Which contestants are wanted.
     *
     * @param only engines, or an engine, a colon and a variant; all when there are none
     * @param without the same, of those that are not wanted
     */
    static Predicate<Contestant> wanted(List<String> only, List<String> without) {
        only.forEach(Selection::check);
        without.forEach(Selection::check);
        return contestant ->
                (only.isEmpty() || isAmong(only, contestant)) && !isAmong(without, contestant);
    }

    private static void check(String name) {
        String engine = name.split(":", 2)[0].toUpperCase(Locale.ROOT);
        if (Arrays.stream(EngineKind.values()).noneMatch(it -> it.name().equals(engine))) {
            throw CommandException.usage(
                    "There is no contestant '"
                            + name
                            + "'. Say an engine (millstream, plain, flink, jet), or one with a"
                            + " variant, such as flink:tuple-reuse.");
        }
    }

    private static boolean isAmong(List<String> names, Contestant contestant) {
        String engine = contestant.engine().name().toLowerCase(Locale.ROOT);
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name ->
                        name.equals(engine) || name.equals(engine + ":" + contestant.variant()));
    }

    /** Who takes part in what; ours as it is to be compared always does. */
    static Map<Workload, List<Contestant>> contestants(
            List<Workload> workloads,
            Set<EngineKind> engines,
            boolean allVariants,
            Predicate<Contestant> wanted) {
        Map<Workload, List<Contestant>> contestants = new EnumMap<>(Workload.class);
        for (Workload workload : workloads) {
            List<Contestant> all = Contestants.of(workload, allVariants);
            contestants.put(
                    workload,
                    all.stream()
                            .filter(it -> engines.contains(it.engine()))
                            .filter(it -> it.equals(all.getFirst()) || wanted.test(it))
                            .toList());
        }
        return contestants;
    }
}
