package dev.millstream.benchmarks.harness.contestant;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the peers' programs and fetches their jars, with Maven, in a source checkout. */
public final class PeerBuild {
    private static final String WORKLOADS = "millstream-benchmarks-workloads-*.jar";

    private final Path root;

    public PeerBuild(Path root) {
        this.root = root;
    }

    /** Whether this is a source checkout, where peers can be built. */
    public boolean isPossible() {
        return Files.exists(root.resolve("benchmarks/flink/pom.xml"));
    }

    /** Whether all that these engines need is there and not older than its sources. */
    public boolean isDone(List<EngineKind> engines) throws IOException {
        for (EngineKind engine : engines) {
            if (engine.folder().isPresent() && !isBuilt(root.resolve(engine.folder().get()))) {
                return false;
            }
        }
        return true;
    }

    /** The workloads are among the jars, as a copy that may be older than their sources. */
    private boolean isBuilt(Path module) throws IOException {
        Path classes = module.resolve("target/classes/dev");
        if (!Files.exists(classes)) {
            return false;
        }
        Path workloads = root.resolve("benchmarks/workloads/src/main");
        Optional<FileTime> copied = newestWorkloads(module.resolve("target/lib"));
        return newest(module.resolve("target/classes")).compareTo(newest(module.resolve("src")))
                        >= 0
                && copied.isPresent()
                && copied.get().compareTo(newest(workloads)) >= 0;
    }

    private static Optional<FileTime> newestWorkloads(Path jars) throws IOException {
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        Optional<FileTime> newest = Optional.empty();
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(jars, WORKLOADS)) {
            for (Path copy : copies) {
                FileTime time = Files.getLastModifiedTime(copy);
                newest = newest.filter(it -> it.compareTo(time) > 0).or(() -> Optional.of(time));
            }
        }
        return newest;
    }

    private static FileTime newest(Path folder) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }

    /**
     * Runs Maven; its output goes to a file.
     *
     * @return whether it has succeeded
     */
    public boolean run(Path log, String javaHome) throws IOException, InterruptedException {
        ProcessBuilder maven =
                new ProcessBuilder(
                                "mvn",
                                "-B",
                                "-q",
                                "-Dmillstream.fast",
                                "-Dmaven.test.skip=true",
                                "-Ppeers",
                                "-pl",
                                "benchmarks/flink,benchmarks/jet",
                                "-am",
                                "package")
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", javaHome);
        return maven.start().waitFor() == 0;
    }
}
