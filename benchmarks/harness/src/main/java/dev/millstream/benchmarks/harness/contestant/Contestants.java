package dev.millstream.benchmarks.harness.contestant;

import static dev.millstream.benchmarks.harness.contestant.EngineKind.FLINK;
import static dev.millstream.benchmarks.harness.contestant.EngineKind.JET;
import static dev.millstream.benchmarks.harness.contestant.EngineKind.MILLSTREAM;
import static dev.millstream.benchmarks.harness.contestant.EngineKind.PLAIN;

import dev.millstream.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** Who takes part in which workload. The first one is Millstream as it is to be compared. */
public final class Contestants {
    private Contestants() {}

    /**
     * All contestants of a workload.
     *
     * @param allVariants whether Millstream's programs with other types, and the peers' latency
     *     with checkpoints, take part
     */
    public static List<Contestant> of(Workload workload, boolean allVariants) {
        List<Contestant> contestants = new ArrayList<>();
        List<String> own = own(workload);
        boolean all = allVariants || workload == Workload.W8 || workload == Workload.W12;
        add(contestants, MILLSTREAM, all ? own : own.subList(0, 1));
        add(contestants, PLAIN, plain(workload));
        add(contestants, FLINK, flink(workload));
        add(contestants, JET, jet(workload));
        if (allVariants && workload.kind() == Workload.Kind.LATENCY) {
            add(contestants, FLINK, List.of("tuple-timeout1-checkpoints"));
            add(contestants, JET, List.of("record-snapshots"));
        }
        return contestants;
    }

    private static void add(List<Contestant> to, EngineKind engine, List<String> variants) {
        variants.forEach(variant -> to.add(new Contestant(engine, variant)));
    }

    private static List<String> own(Workload workload) {
        return switch (workload) {
            case W1 -> List.of("record", "tuple");
            case W2 -> List.of("record", "string", "pojo", "reordered", "built-in");
            case W3, W4 -> List.of("record", "string", "pojo", "reordered");
            case W5 -> List.of("record", "pojo");
            case N0, N1, N2, N5, N8 -> List.of("record", "pojo");
            case W7A, W7B -> List.of("record", "string", "pojo");
            case W8 -> List.of("launcher", "start");
            case W12 -> List.of("record", "tls");
        };
    }

    private static List<String> plain(Workload workload) {
        return switch (workload) {
            case W1 -> List.of("one", "two", "one-bytes", "two-bytes");
            case W2, W3, W4, W5, N0, N1, N2, N5, N8 -> List.of("one", "two");
            case W7A, W7B -> List.of("one");
            case W8 -> List.of("start");
            case W12 -> List.of();
        };
    }

    private static List<String> jet(Workload workload) {
        return switch (workload) {
            case W1, W2, W3, W4, W5, N0, N1, N2, N5, N8, W7A, W7B -> List.of("record");
            case W8 -> List.of("start");
            case W12 -> List.of();
        };
    }

    private static List<String> flink(Workload workload) {
        return switch (workload) {
            case W1 -> List.of("tuple");
            case W2, W5 -> List.of("tuple", "tuple-reuse", "pojo", "pojo-reuse");
            case W3, W4 -> List.of("tuple", "tuple-reuse");
            case N0, N1, N2, N5, N8 -> List.of("pojo", "pojo-reuse");
            case W7A, W7B -> List.of("tuple", "tuple-timeout0", "tuple-timeout1");
            case W8 -> List.of("start");
            case W12 ->
                    List.of(
                            "tuple",
                            "tuple-reuse",
                            "pojo-reuse",
                            "tuple-reuse-tls",
                            "pojo-reuse-tls");
        };
    }
}
