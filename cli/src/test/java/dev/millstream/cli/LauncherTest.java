package dev.millstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
                        "mkdir",
                        "mv",
                        "readlink",
                        "rm",
                        "sed",
                        "sh",
                        "tail",
                        "touch")) {
            Path script = tools.resolve(tool);
            Files.writeString(
                    script,
                    "#!/bin/sh\nexec /usr/bin/env PATH=/usr/bin:/bin " + tool + " \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A JDK whose java prints its own folder, what it was called with, and the terminal. */
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
                        + " $*\"\necho \"terminal: ${MILLSTREAM_TERMINAL:-none}\"\n");
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
}
