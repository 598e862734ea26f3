package dev.millstream.benchmarks.harness.contestant;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs a program, and how its process is started. */
public enum EngineKind {
    /** Ours. */
    MILLSTREAM("dev.millstream.benchmarks.programs.MillstreamMain", null),
    /** Java without an engine. */
    PLAIN("dev.millstream.benchmarks.plain.PlainMain", null),
    /** Apache Flink. */
    FLINK("dev.millstream.benchmarks.flink.FlinkMain", "benchmarks/flink"),
    /** Hazelcast Jet. */
    JET("dev.millstream.benchmarks.jet.JetMain", "benchmarks/jet");

    private final String mainClass;
    private final Optional<String> folder;

    EngineKind(String mainClass, @Nullable String folder) {
        this.mainClass = mainClass;
        this.folder = Optional.ofNullable(folder);
    }

    /** What its process starts. */
    public String mainClass() {
        return mainClass;
    }

    /** The module with its programs, when its jars are not on our class path. */
    public Optional<String> folder() {
        return folder;
    }

    /** Whether it is an engine of somebody else's. */
    public boolean isPeer() {
        return folder.isPresent();
    }
}
