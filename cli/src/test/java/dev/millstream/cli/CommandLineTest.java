package dev.millstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.cli.fixture.InProcess;
import dev.millstream.cli.fixture.Json;
import dev.millstream.cli.fixture.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs but run. */
class CommandLineTest {
    @TempDir private Path folder;

    private static Outcome call(String... args) {
        Outcome outcome = new InProcess().call(args);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        return outcome;
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void shouldListTheVerbs(String help) {
        assertThat(call(help).out())
                .startsWith("Usage: millstream [")
                .contains("\n  run ", "\n  info ", "\n  version ", "\n  help ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "info", "version"})
    void shouldExplainAVerb(String verb) {
        String explained = call(verb, "--help").out();
        assertThat(explained).startsWith("Usage: millstream " + verb + " [").contains("--help");
        assertThat(call("help", verb).out()).isEqualTo(explained);
    }

    @Test
    void shouldPassArgumentsThatBeginWithAnAtSignOnAsTheyAre() throws Exception {
        Path file = Files.writeString(folder.resolve("words"), "--version");

        Outcome outcome = new InProcess().call("run", "wordcount", "--input", "@" + file);

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains("@" + file);
    }

    @Test
    void shouldExplainTheOptionsOfRun() {
        assertThat(call("run", "--help").out())
                .contains("--detached", "--parallelism=N", "--class=CLASS", "-D=KEY=VALUE")
                .contains("--stacktrace", "NAME|JAR", "[ARGUMENT...]");
    }

    @Test
    void shouldTellItsVersion() {
        String java = Runtime.version().toString();
        String line = call("version").out();
        assertThat(line).matches("Millstream .+ \\(Java \\Q" + java + "\\E\\)\\R");
        assertThat(call("--version").out()).isEqualTo(line);
        assertThat(call("run", "--version").out()).isEqualTo(line);
        assertThat(Json.object(call("version", "--json").out()))
                .containsOnlyKeys("version", "java")
                .containsEntry("java", java);
    }

    @Test
    void shouldShowAPlanWithoutRunningIt() {
        Path output = folder.resolve("counts");
        Path missing = folder.resolve("missing.txt");
        Outcome outcome =
                call(
                        "info",
                        "-p",
                        "3",
                        "wordcount",
                        "--input",
                        missing.toString(),
                        "--output",
                        output.toString());
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        Job 'wordcount' (batch)

                        1. Source: lines -> words -> Map -> Combine for count
                           parallelism 3 of at most 128, slot sharing group 'default'

                        2. count -> Sink: Writer
                           parallelism 3 of at most 128, slot sharing group 'default'
                           reads 1 by hash, blocking

                        Slots needed: 3
                        """);
        assertThat(output).doesNotExist();
    }

    @Test
    void shouldShowAPlanAsJson() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "a");
        Map<String, Object> plan =
                Json.object(
                        call(
                                        "info",
                                        "-p",
                                        "2",
                                        "--json",
                                        "compare",
                                        "--left",
                                        text.toString(),
                                        "--right",
                                        text.toString())
                                .out());
        assertThat(plan).containsEntry("name", "compare texts").containsEntry("type", "BATCH");
        List<Map<String, Object>> nodes = Json.objects(plan.get("nodes"));
        assertThat(nodes)
                .extracting(node -> node.get("description"))
                .containsExactly(
                        "Source: lines -> words",
                        "Source: lines -> words",
                        "Co-Map",
                        "Keyed Reduce",
                        "Collect: collect-8");
        assertThat(Json.objects(nodes.get(2).get("inputs")))
                .extracting(input -> input.get("id"))
                .containsExactly(nodes.get(0).get("id"), nodes.get(1).get("id"));
        assertThat(nodes).extracting(node -> node.get("parallelism")).startsWith(2, 2, 2, 2);
    }

    @Test
    void shouldTakeTheConfigurationFileOfTheInstallation() throws Exception {
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(
                conf.resolve("config.yaml"),
                "parallelism:\n  default: 5\npipeline.max-parallelism: 64\n");
        InProcess installed = new InProcess().with("MILLSTREAM_HOME", folder.toString());
        String[] info = {"info", "wordcount", "--input", "a.txt"};
        assertThat(installed.call(info).out()).contains("parallelism 5 of at most 64");
        assertThat(
                        installed
                                .call(
                                        "info",
                                        "-D",
                                        "parallelism.default=7",
                                        "wordcount",
                                        "--input",
                                        "a.txt")
                                .out())
                .contains("parallelism 7 of at most 64");
        assertThat(installed.call("info", "-p", "9", "wordcount", "--input", "a.txt").out())
                .contains("parallelism 9 of at most 64");
    }

    @Test
    void shouldShowOurStackTraceOnlyWhenAsked() {
        String[] missing = {"run", "-p", "1", "wordcount", "--input", "/nowhere.txt"};
        assertThat(new InProcess().call(missing).messages().lines()).hasSize(1);
        assertThat(new InProcess().call("--stacktrace", "run", "-c", "nowhere", "wordcount").err())
                .contains("java.lang.ClassNotFoundException: nowhere")
                .contains("\tat dev.millstream.cli.program.ProgramLoader");
    }
}
