package dev.millstream.cluster.standalone;

import dev.millstream.configuration.MemorySize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How another process of this program is started: with the same JDK, JVM options and class path as
 * this one.
 *
 * @param prefix what runs the command, if anything
 * @param java the JDK's launcher
 * @param jvmOptions for all processes
 * @param classPath as for {@code -cp}
 * @param mainClass of the command line
 */
public record JvmCommand(
        List<String> prefix,
        String java,
        List<String> jvmOptions,
        String classPath,
        String mainClass) {
    /** Share of a process's memory that isn't the heap's: code, classes, threads, buffers. */
    private static final double OUTSIDE_HEAP = 0.35;

    public JvmCommand {
        prefix = List.copyOf(prefix);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** As the launcher has told, or else as this process is. */
    public static JvmCommand of(Map<String, String> environment, String mainClass) {
        return new JvmCommand(
                List.of(),
                environment.getOrDefault(
                        "MILLSTREAM_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                words(
                        environment.getOrDefault(
                                        "MILLSTREAM_JVM_OPTIONS",
                                        "-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED")
                                + " "
                                + environment.getOrDefault("MILLSTREAM_JAVA_OPTS", "")),
                environment.getOrDefault(
                        "MILLSTREAM_CLASS_PATH", System.getProperty("java.class.path")),
                mainClass);
    }

    /** The same, in a session of its own, so that Ctrl-C and a closed terminal don't end it. */
    public JvmCommand inBackground() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                return withPrefix(List.of(setsid.toString()));
            }
        }
        return withPrefix(List.of("nohup"));
    }

    private JvmCommand withPrefix(List<String> other) {
        return new JvmCommand(other, java, jvmOptions, classPath, mainClass);
    }

    /** The words of a call whose process gets so much memory. */
    public List<String> call(MemorySize memory, List<String> arguments) {
        long heapMb = Math.max(32, (long) (memory.bytes() * (1 - OUTSIDE_HEAP)) >> 20);
        List<String> words = new ArrayList<>(prefix);
        words.add(java);
        words.addAll(jvmOptions);
        words.add("-Xmx" + heapMb + "m");
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
