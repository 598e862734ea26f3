package dev.millstream.cluster.standalone;

import dev.millstream.configuration.MemorySize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How another process of this program is started: with the same JDK, JVM options and class path as
 * this one.
 *
 * @param prefix what runs the command, if anything
 * @param java the JDK's launcher
 * @param jvmOptions for all processes
 * @param caches folder of what the JVM has learned about processes, each in a file by the verb that
 *     it begins with; {@code client.aot} for all other verbs
 * @param classPath as for {@code -cp}
 * @param mainClass of the command line
 */
public record JvmCommand(
        List<String> prefix,
        String java,
        List<String> jvmOptions,
        Optional<Path> caches,
        String classPath,
        String mainClass) {
    /** Share of a process's memory that isn't the heap's: code, classes, threads, buffers. */
    private static final double OUTSIDE_HEAP = 0.35;

    private static final String JOB_MANAGER = "jobmanager";

    /**
     * The server of the REST interface asks for all locales when it starts, and a JobManager needs
     * none: so there are none. The launcher does the same.
     */
    private static final String NO_LOCALE_DATA = "-Djava.locale.providers=SPI";

    private static final String CACHE_SUFFIX = ".aot";
    private static final String CACHE_OF_CLIENTS = "client" + CACHE_SUFFIX;

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
                Optional.ofNullable(environment.get("MILLSTREAM_CACHES")).map(Path::of),
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
        return new JvmCommand(other, java, jvmOptions, caches, classPath, mainClass);
    }

    /** The same, with further JVM options, and without what the JVM has learned. */
    public JvmCommand untrained(List<String> options) {
        List<String> all = new ArrayList<>(jvmOptions);
        all.addAll(options);
        return new JvmCommand(prefix, java, all, Optional.empty(), classPath, mainClass);
    }

    /** The words of a call whose process gets so much memory. */
    public List<String> call(MemorySize memory, List<String> arguments) {
        long heapMb = Math.max(32, (long) (memory.bytes() * (1 - OUTSIDE_HEAP)) >> 20);
        List<String> words = new ArrayList<>(prefix);
        words.add(java);
        words.addAll(jvmOptions);
        caches.flatMap(folder -> cache(folder, arguments))
                .ifPresent(file -> words.add("-XX:AOTCache=" + file));
        if (arguments.getFirst().equals(JOB_MANAGER)) {
            words.add(NO_LOCALE_DATA);
        }
        words.add("-Xmx" + heapMb + "m");
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }

    private static Optional<Path> cache(Path folder, List<String> arguments) {
        return Stream.of(arguments.getFirst() + CACHE_SUFFIX, CACHE_OF_CLIENTS)
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
