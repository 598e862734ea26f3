package dev.millstream.cli.soak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process of a JVM holds, seen from outside: by Linux's /proc and by the JDK's jcmd.
 *
 * @param threads of the operating system
 * @param files open, sockets among them
 * @param metaspaceKb in use
 * @param residentKb of its memory, for people
 * @param instances on the heap after a collection, by class
 */
record Vitals(
        int threads, int files, long metaspaceKb, long residentKb, Map<String, Long> instances) {
    /** By how many instances the history of jobs and caches may differ by chance. */
    private static final int SCATTER = 66;

    /** How much may be left in the metaspace by each hundred jobs. */
    private static final long METASPACE_KB = 1024;

    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
    private static final Pattern HISTOGRAM =
            Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");
    private static final String USER_CLASS_LOADER =
            "dev.millstream.cluster.classes.ChildFirstClassLoader";
    private static final List<String> BUFFERS =
            Stream.of(
                            "exchange.element.Batch",
                            "exchange.element.EncodedBatch",
                            "exchange.input.InputGate",
                            "exchange.output.PipelinedPartition",
                            "exchange.output.BlockingPartition",
                            "task.ChainTask",
                            "task.EnumeratorTask")
                    .map(name -> "dev.millstream.engine." + name)
                    .toList();

    /** Looks at a process; its garbage is collected first. */
    static Vitals of(ProcessHandle process) throws Exception {
        Map<String, Long> instances = instances(jcmd(process, "GC.class_histogram"));
        // What the first collection has found unreachable is unloaded by now.
        instances =
                instances.containsKey(USER_CLASS_LOADER)
                        ? instances(jcmd(process, "GC.class_histogram"))
                        : instances;
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        return new Vitals(
                count(proc.resolve("task")),
                count(proc.resolve("fd")),
                number(METASPACE, jcmd(process, "VM.metaspace")),
                number(
                        Pattern.compile("VmRSS:\\s+(\\d+) kB"),
                        Files.readString(proc.resolve("status"))),
                instances);
    }

    /** Class loaders of jobs. */
    long userClassLoaders() {
        return instances.getOrDefault(USER_CLASS_LOADER, 0L);
    }

    /** How many batches, partitions, gates and tasks there are: what only a running job has. */
    long buffersOut() {
        return BUFFERS.stream().mapToLong(it -> instances.getOrDefault(it, 0L)).sum();
    }

    /**
     * What a number of jobs has left behind, for people; nothing if all is well.
     *
     * @param before them
     */
    List<String> kept(Vitals before, int jobs) {
        List<String> kept = new ArrayList<>();
        if (userClassLoaders() > 0) {
            kept.add("class loaders");
        }
        if (buffersOut() > 0) {
            kept.add("buffers");
        }
        if (threads > before.threads) {
            kept.add("threads");
        }
        if (files > before.files) {
            kept.add("files");
        }
        if (metaspaceKb - before.metaspaceKb > METASPACE_KB * Math.max(1, jobs / 100)) {
            kept.add("metaspace");
        }
        instances.forEach((name, count) -> {
            long growth = count - before.instances.getOrDefault(name, 0L);
            if (growth > Math.max(SCATTER, jobs / 10)
                    && name.matches("(dev\\.millstream|io\\.netty|tiny)\\..*")) {
                kept.add(growth + " " + name);
            }
        });
        return kept;
    }

    private static Map<String, Long> instances(String histogram) {
        Map<String, Long> instances = new TreeMap<>();
        for (String line : histogram.lines().toList()) {
            Matcher row = HISTOGRAM.matcher(line);
            if (row.matches()) {
                instances.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum);
            }
        }
        return instances;
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("There is no " + pattern + " in: " + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        }
    }

    private static String jcmd(ProcessHandle process, String command) throws Exception {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process.pid()),
                                command)
                        .redirectErrorStream(true)
                        .start();
        try (InputStream out = jcmd.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new AssertionError("jcmd " + command + " failed: " + said);
            }
            return said;
        }
    }

    @Override
    public String toString() {
        return threads
                + " threads, "
                + files
                + " files, metaspace "
                + metaspaceKb
                + " kB, "
                + userClassLoaders()
                + " class loaders of jobs, buffers and partitions "
                + buffersOut()
                + ", resident "
                + residentKb / 1024
                + " MB";
    }
}
