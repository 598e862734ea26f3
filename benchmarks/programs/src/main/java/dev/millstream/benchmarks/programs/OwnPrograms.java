package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Our programs by workload and variant. */
final class OwnPrograms {
    private static final Map<String, OwnProgram> ALL = new TreeMap<>();

    static {
        ALL.put("W1-record", WordCount::records);
        ALL.put("W1-tuple", WordCount::tuples);
        ALL.put("W2-built-in", RunningSum::builtIn);
        ALL.put("W2-record", RunningSum::records);
        ALL.put("W2-reordered", RunningSum::reordered);
        ALL.put("W2-pojo", RunningSum::pojos);
        ALL.put("W2-string", RunningSum::strings);
        ALL.put("W5-record", StatelessChain::records);
        ALL.put("W5-pojo", StatelessChain::pojos);
    }

    private OwnPrograms() {}

    static OwnProgram of(Workload workload, String variant) {
        String name = workload + "-" + variant;
        return Optional.ofNullable(ALL.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no program " + name + ", but " + ALL.keySet()));
    }
}
