package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.programs.latency.PacedBeans;
import dev.millstream.benchmarks.programs.latency.PacedNames;
import dev.millstream.benchmarks.programs.latency.PacedSums;
import dev.millstream.benchmarks.programs.nexmark.NexmarkBeanPrograms;
import dev.millstream.benchmarks.programs.nexmark.NexmarkPrograms;
import dev.millstream.benchmarks.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Our programs by workload and variant. */
final class OwnPrograms {
    private static final Map<String, OwnProgram> ALL = new TreeMap<>();

    static {
        ALL.put("W1-record", WordCount::records);
        ALL.put("W1-tuple", WordCount::tuples);
        ALL.put("W1-word", WordCount::words);
        ALL.put("W2-built-in", RunningSum::builtIn);
        ALL.put("W2-record", RunningSum::records);
        ALL.put("W2-reordered", RunningSum::reordered);
        ALL.put("W2-pojo", RunningSum::pojos);
        ALL.put("W2-string", RunningSum::strings);
        WindowCounts sliding = WindowCounts.sliding();
        ALL.put("W3-record", sliding::records);
        ALL.put("W3-reordered", sliding::reordered);
        ALL.put("W3-pojo", sliding::pojos);
        ALL.put("W3-string", sliding::strings);
        WindowCounts tumbling = WindowCounts.tumbling();
        ALL.put("W4-record", tumbling::records);
        ALL.put("W4-reordered", tumbling::reordered);
        ALL.put("W4-pojo", tumbling::pojos);
        ALL.put("W4-string", tumbling::strings);
        ALL.put("N0-record", NexmarkPrograms::passThrough);
        ALL.put("N1-record", NexmarkPrograms::currency);
        ALL.put("N2-record", NexmarkPrograms::selection);
        ALL.put("N5-record", NexmarkPrograms::hotAuctions);
        ALL.put("N8-record", NexmarkPrograms::newSellers);
        ALL.put("N0-pojo", NexmarkBeanPrograms::passThrough);
        ALL.put("N1-pojo", NexmarkBeanPrograms::currency);
        ALL.put("N2-pojo", NexmarkBeanPrograms::selection);
        ALL.put("N5-pojo", NexmarkBeanPrograms::hotAuctions);
        ALL.put("N8-pojo", NexmarkBeanPrograms::newSellers);
        ALL.put("W7A-record", (env, assignment) -> PacedSums.define(Workload.W7A, env, assignment));
        ALL.put("W7B-record", (env, assignment) -> PacedSums.define(Workload.W7B, env, assignment));
        ALL.put("W7A-pojo", (env, assignment) -> PacedBeans.define(Workload.W7A, env, assignment));
        ALL.put("W7B-pojo", (env, assignment) -> PacedBeans.define(Workload.W7B, env, assignment));
        ALL.put(
                "W7A-string",
                (env, assignment) -> PacedNames.define(Workload.W7A, env, assignment));
        ALL.put(
                "W7B-string",
                (env, assignment) -> PacedNames.define(Workload.W7B, env, assignment));
        ALL.put("W5-record", StatelessChain::records);
        ALL.put("W5-pojo", StatelessChain::pojos);
    }

    private OwnPrograms() {}

    /** Workload and variant of all programs, with a hyphen between. */
    static Set<String> names() {
        return ALL.keySet();
    }

    static OwnProgram of(Workload workload, String variant) {
        String name = workload + "-" + variant;
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no program " + name + ", but " + ALL.keySet()));
    }
}
