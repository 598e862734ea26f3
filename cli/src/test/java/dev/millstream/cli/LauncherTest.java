package dev.millstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher as in a distribution, on made-up file systems with made-up JDKs. */
class LauncherTest {
    private record Outcome(int exitCode, String out, String err) {}

    @TempDir private Path folder;

    private Path launcher = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        launcher = folder.resolve("home/bin/millstream");
        Files.createDirectories(launcher.getParent());
        Files.createDirectories(folder.resolve("home/lib"));
        Files.copy(Path.of("..", "millstream"), launcher);
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool :
                List.of(
                        "cat",
                        "dirname",
                        "env",
                        "find",
                        "head",
                        "ls",
                        "mkdir",
                        "mv",
                        "readlink",
                        "rm",
                        "rmdir",
                        "sed",
                        "sh",
                        "sleep",
                        "tail",
                        "touch")) {
            Path script = tools.resolve(tool);
            Files.writeString(
                    script,
                    "#!/bin/sh\nexec /usr/bin/env PATH=/usr/bin:/bin " + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /**
     * A JDK whose java prints its own folder, what it was called with, and the terminal. In a
     * rehearsal it leaves caches in the folder that is the last word.
     */
    private Path jdk(String path, String version) throws IOException {
        Path home = folder.resolve(path);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(
                java,
                "#!/bin/sh\necho \""
                        + home
                        + " $*\"\necho \"terminal: ${MILLSTREAM_TERMINAL:-none}\"\n"
                        + "for word; do :; done\n"
                        + "case \"$*\" in *' rehearse '*)"
                        + " touch \"$word/client.aot\" \"$word/jobmanager.aot\";; esac\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private Outcome run(Map<String, String> variables, String... args) throws Exception {
        return run(launcher, variables, args);
    }

    private Outcome run(Path command, Map<String, String> variables, String... args)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(command.toString());
        builder.command().addAll(List.of(args));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", folder.resolve("tools").toString());
        environment.put("HOME", "/home/nobody");
        environment.put("MILLSTREAM_TEST_ROOT", folder.resolve("root").toString());
        environment.putAll(variables);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void shouldPreferTheJdkThatTheUserNames() throws Exception {
        Path mine = jdk("mine", "25.0.1");
        Path other = jdk("other", "26");
        Map<String, String> variables = new TreeMap<>(Map.of("JAVA_HOME", other.toString()));
        assertThat(run(variables, "version").out()).startsWith(other.toString());
        variables.put("MILLSTREAM_JAVA_HOME", mine.toString());
        assertThat(run(variables, "version").out()).startsWith(mine.toString());
    }

    @Test
    void shouldPassOverAJdkThatIsTooOld() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path usual = jdk("root/usr/lib/jvm/temurin-25", "25.0.3");
        assertThat(run(Map.of("JAVA_HOME", old.toString()), "version").out())
                .startsWith(usual.toString());
    }

    @Test
    void shouldPreferRelease25AmongTheUsualPlaces() throws Exception {
        jdk("root/usr/lib/jvm/a-26", "26");
        Path tested = jdk("root/usr/lib/jvm/z-25", "25");
        assertThat(run(Map.of(), "version").out()).startsWith(tested.toString());
    }

    @Test
    void shouldTakeTheLowestNewerReleaseWithout25() throws Exception {
        jdk("root/usr/lib/jvm/a-28", "28");
        Path lowest = jdk("root/usr/lib/jvm/b-26", "26.0.2");
        assertThat(run(Map.of(), "version").out()).startsWith(lowest.toString());
    }

    @Test
    void shouldSayInOneLineThatThereIsNoJdk() throws Exception {
        jdk("root/usr/lib/jvm/java-21", "21");
        Outcome outcome = run(Map.of(), "version");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("no JDK 25").contains("JAVA_HOME");
    }

    @Test
    void shouldTakeTheJavaOfThePath() throws Exception {
        jdk("root/usr/lib/jvm/z-25", "25");
        Path onPath = jdk("elsewhere", "25");
        Files.createSymbolicLink(folder.resolve("tools/java"), onPath.resolve("bin/java"));
        assertThat(run(Map.of(), "version").out()).startsWith(onPath.toString());
    }

    @Test
    void shouldNotTakeAFileForATerminal() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25");
        Map<String, String> variables = Map.of("TERM", "xterm", "MILLSTREAM_TERMINAL", "true");
        assertThat(run(variables, "version").out()).contains("terminal: none");
    }

    @Test
    void shouldBeFoundThroughLinks() throws Exception {
        Path usual = jdk("root/usr/lib/jvm/jdk-25", "25");
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, launcher);
        Outcome outcome = run(link, Map.of(), "help", "run");
        assertThat(outcome.out())
                .startsWith(usual.toString())
                .contains("dev.millstream.cli.Main help run");
    }

    @Test
    void shouldRehearseOnceAndThenStartFromWhatWasLearned() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Outcome first = run(Map.of(), "run", "wordcount");
        assertThat(first.err()).isEqualTo("millstream: preparing fast starts ...\n");
        assertThat(first.out()).contains(cache("25.0.3", "client.aot"));
        Outcome second = run(Map.of(), "jobmanager");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains(cache("25.0.3", "jobmanager.aot"));
    }

    private String cache(String version, String file) {
        return "-XX:AOTCache=" + folder.resolve("home/lib/aot-" + version).resolve(file) + " ";
    }

    @Test
    void shouldPassOptionsOnlyToReleasesThatAreKnownToHaveThem() throws Exception {
        Path jdk25 = jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Path jdk27 = jdk("newer", "27");
        String option = "--sun-misc-unsafe-memory-access=allow";
        assertThat(run(Map.of("JAVA_HOME", jdk25.toString()), "version").out()).contains(option);
        assertThat(run(Map.of("JAVA_HOME", jdk27.toString()), "version").out())
                .doesNotContain(option);
    }

    @Test
    void shouldStartARoleWithoutACacheIfNoneCouldBeMade() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        run(Map.of(), "version");
        Outcome outcome = run(Map.of(), "taskmanager");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Main taskmanager").doesNotContain("-XX:AOTCache");
    }

    @Test
    void shouldRehearseAgainWhenAJarIsAnotherOneThoughOlder() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Path jar = Files.writeString(folder.resolve("home/lib/some.jar"), "new");
        run(Map.of(), "version");
        assertThat(run(Map.of(), "version").err()).isEmpty();
        Files.writeString(jar, "what was before");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
        assertThat(run(Map.of(), "version").err()).contains("preparing fast starts");
    }

    @Test
    void shouldRehearseAgainWhereItWasMovedTo() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Files.writeString(folder.resolve("home/lib/some.jar"), "content");
        run(Map.of(), "version");
        Path moved = Files.move(folder.resolve("home"), folder.resolve("moved"));
        assertThat(run(moved.resolve("bin/millstream"), Map.of(), "version").err())
                .contains("preparing fast starts");
    }

    @Test
    void shouldKeepWhatItHasLearnedForEachJdk() throws Exception {
        Path jdk25 = jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Path jdk26 = jdk("newer", "26");
        run(Map.of(), "version");
        Outcome other = run(Map.of("JAVA_HOME", jdk26.toString()), "version");
        assertThat(other.err()).contains("preparing fast starts");
        assertThat(other.out()).contains(cache("26", "client.aot"));
        Outcome again = run(Map.of("JAVA_HOME", jdk25.toString()), "version");
        assertThat(again.err()).isEmpty();
        assertThat(again.out()).contains(cache("25.0.3", "client.aot"));
    }

    @Test
    void shouldNotWaitForAnotherLauncherThatRehearses() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Path lock = Files.createDirectory(folder.resolve("home/lib/aot-25.0.3.lock"));
        Outcome outcome = run(Map.of(), "version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Main version").doesNotContain("-XX:AOTCache");
        assertThat(lock).isDirectory();
    }

    @Test
    void shouldNotUseWhatWasLearnedOfOtherJars() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        run(Map.of(), "version");
        Files.writeString(folder.resolve("home/lib/another.jar"), "content");
        Files.createDirectory(folder.resolve("home/lib/aot-25.0.3.lock"));
        assertThat(run(Map.of(), "version").out())
                .contains("Main version")
                .doesNotContain("-XX:AOTCache");
    }

    @Test
    void shouldPassOverTheLockOfALauncherThatWasKilled() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        Path lock = Files.createDirectory(folder.resolve("home/lib/aot-25.0.3.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(3_600)));
        Outcome outcome = run(Map.of(), "version");
        assertThat(outcome.out()).contains(cache("25.0.3", "client.aot"));
        assertThat(lock).doesNotExist();
    }

    @Test
    void shouldShowWhyTheJvmPassesOverACacheOnlyToThoseWhoAskForEverything() throws Exception {
        jdk("root/usr/lib/jvm/jdk-25", "25.0.3");
        assertThat(run(Map.of(), "version").out()).contains("-Xlog:aot=off");
        Map<String, String> everything = Map.of("MILLSTREAM_LOG_LEVEL", "DEBUG");
        assertThat(run(everything, "version").out())
                .contains("-Xlog:aot=warning:stderr")
                .doesNotContain("-Xlog:aot=off");
        Files.createDirectory(folder.resolve("home/lib/aot-25.0.3.lock"));
        Files.createFile(folder.resolve("home/lib/another.jar"));
        assertThat(run(everything, "version").err()).contains("no fast start");
    }
}
