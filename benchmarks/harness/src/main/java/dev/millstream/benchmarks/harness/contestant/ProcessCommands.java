package dev.millstream.benchmarks.harness.contestant;

import dev.millstream.benchmarks.process.ProcessPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the processes of contestants are started: all with the same JDK, heap and collector, each
 * with the class path and the options that its engine needs.
 *
 * @param java the executable
 * @param ownClassPath with Millstream's jars and the plain programs
 * @param root of the source checkout
 */
public record ProcessCommands(Path java, String ownClassPath, Path root) {
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.text",
                    "java.time",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "sun.nio.ch");

    /** The command for a plan. */
    public List<String> measuring(Contestant contestant, String heap, ProcessPlan plan)
            throws IOException {
        List<String> command = java(contestant.engine(), heap);
        command.add(contestant.engine().mainClass());
        command.addAll(plan.toArguments());
        return command;
    }

    /** The command for a process that counts the words of a file and prints the counts. */
    public List<String> starting(Contestant contestant, String heap, Path text) throws IOException {
        if (contestant.variant().equals("launcher")) {
            return List.of(launcher(), "run", "wordcount", "--input", text.toString());
        }
        List<String> command = java(contestant.engine(), heap);
        switch (contestant.engine()) {
            case MILLSTREAM ->
                    command.addAll(
                            List.of("dev.millstream.cli.Main", "run", "wordcount", "--input"));
            case PLAIN -> command.add("dev.millstream.benchmarks.plain.PlainStart");
            case FLINK -> command.add("dev.millstream.benchmarks.flink.FlinkStart");
            case JET -> command.add("dev.millstream.benchmarks.jet.JetStart");
        }
        command.add(text.toString());
        return command;
    }

    private String launcher() {
        Path launcher = root.resolve("millstream");
        return (Files.isExecutable(launcher) ? launcher : root.resolve("bin/millstream"))
                .toString();
    }

    /** A JVM for an engine, up to where the main class is named. */
    List<String> java(EngineKind engine, String heap) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xmx" + heap);
        command.add("-XX:+UseG1GC");
        command.add("--enable-native-access=ALL-UNNAMED");
        if (engine.isPeer()) {
            OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        }
        if (engine == EngineKind.JET) {
            command.add("--add-modules=java.se");
            command.add("--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");
            command.add("--add-opens=java.management/sun.management=ALL-UNNAMED");
            command.add("--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(classPath(engine));
        return command;
    }

    private String classPath(EngineKind engine) throws IOException {
        if (engine.folder().isEmpty()) {
            return ownClassPath;
        }
        Path target = root.resolve(engine.folder().get()).resolve("target");
        try (Stream<Path> jars = Files.list(target.resolve("lib"))) {
            return target.resolve("classes")
                    + jars.map(jar -> ":" + jar).sorted().collect(Collectors.joining());
        }
    }
}
