package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.flink.latency.PacedSums;
import dev.millstream.benchmarks.flink.nexmark.NexmarkPrograms;
import dev.millstream.benchmarks.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Flink's programs by workload and variant. */
final class FlinkPrograms {
    private static final Map<String, FlinkProgram> ALL = new TreeMap<>();

    static {
        ALL.put("W1-tuple", WordCount::tuples);
        ALL.put("W2-tuple", RunningSum::tuples);
        ALL.put("W2-pojo", RunningSum::pojos);
        ALL.put("W3-tuple", WindowCounts::sliding);
        ALL.put("W4-tuple", WindowCounts::tumbling);
        ALL.put("W5-tuple", StatelessChain::tuples);
        ALL.put("W5-pojo", StatelessChain::pojos);
        ALL.put("N0-pojo", NexmarkPrograms::passThrough);
        ALL.put("N1-pojo", NexmarkPrograms::currency);
        ALL.put("N2-pojo", NexmarkPrograms::selection);
        ALL.put("N5-pojo", NexmarkPrograms::hotAuctions);
        ALL.put("N8-pojo", NexmarkPrograms::newSellers);
        ALL.put("W7A-tuple", PacedSums.of(Workload.W7A));
        ALL.put("W7B-tuple", PacedSums.of(Workload.W7B));
    }

    private FlinkPrograms() {}

    static FlinkProgram of(Workload workload, String variant) {
        String name = workload + "-" + variant;
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no program " + name + ", but " + ALL.keySet()));
    }
}
