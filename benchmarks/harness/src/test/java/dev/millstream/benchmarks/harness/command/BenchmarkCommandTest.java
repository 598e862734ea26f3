package dev.millstream.benchmarks.harness.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
import dev.millstream.benchmarks.harness.fixture.Samples;
import dev.millstream.benchmarks.harness.report.JsonLines;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.cli.command.CommandLines;
import dev.millstream.cli.output.Caller;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... args) {
        return CommandLines.execute(
                new Caller(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Map.of("MILLSTREAM_LAUNCHER_DIR", folder.toString())),
                args);
    }

    @Test
    void shouldBeAVerbOfTheCommandLine() {
        assertThat(call("help")).isZero();
        assertThat(out.toString()).contains("\n  benchmark ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    W99                       | There is no workload 'W99'
                    --rounds=0                | must be positive
                    --seconds=-1              | must be positive
                    --seconds=NaN             | must be positive
                    --text-mb=0               | must be positive
                    --rounds=x                | Invalid value for option '--rounds'
                    --only=spark:tuple        | There is no contestant 'spark:tuple'
                    --without=flonk           | There is no contestant 'flonk'
                    --peers=spark             | There is no peer 'spark'
                    --heap=lots               | The option --heap must be a number
                    --report=nowhere.jsonl    | The file 'nowhere.jsonl' is not one of results
                    W5 --peers=flink          | Flink and Jet can be measured in a source checkout only
                    """)
    void shouldSayWhatIsWrong(String arguments, String message) {
        assertThat(call(("benchmark " + arguments).split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldReportWhatWasMeasuredEarlier() throws IOException {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(file, JsonLines.write(Samples.of("jet record", 1, 5_000_000)));
        Path results = folder.resolve("out");
        assertThat(call("benchmark", "--report", file.toString(), "--output", results.toString()))
                .isZero();
        assertThat(out.toString()).contains("| jet record * | 5.00 |");
        assertThat(results.resolve("results.md")).hasContent(out.toString());
        assertThat(results.resolve("results.svg")).isNotEmptyFile();
    }

    @Test
    void shouldFailWhenARunHasFailed() throws IOException {
        Path file = folder.resolve("results.jsonl");
        Files.writeString(file, JsonLines.write(Samples.failed("jet record", 1)));
        assertThat(call("benchmark", "--report", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("wrong result");
    }

    @Test
    void shouldLetOursTakePartAlways() {
        assertThat(Selection.engines(List.of("none"))).isEqualTo(Set.of(EngineKind.MILLSTREAM));
        assertThat(Selection.engines(List.of("all"))).hasSize(4);
        assertThat(Selection.workloads(List.of("w6", "N5")))
                .containsExactly(Workload.N0, Workload.N1, Workload.N2, Workload.N5, Workload.N8);
    }

    @Test
    void shouldChooseContestants() {
        assertThat(names(List.of("flink:tuple-reuse", "JET"), List.of()))
                .containsExactly("millstream record", "flink tuple-reuse", "jet record");
        assertThat(names(List.of(), List.of("plain", "flink:tuple", "millstream")))
                .startsWith("millstream record", "flink tuple-reuse")
                .doesNotContain("flink tuple", "plain one");
    }

    private static List<String> names(List<String> only, List<String> without) {
        return Selection.contestants(
                        List.of(Workload.W2),
                        Set.of(EngineKind.values()),
                        false,
                        Selection.wanted(only, without))
                .getOrDefault(Workload.W2, List.of())
                .stream()
                .map(Contestant::name)
                .toList();
    }

    @Test
    void shouldGoOnWhereAnEarlierCallHasStopped() {
        for (String rounds : List.of("1", "2")) {
            assertThat(
                            call(
                                    "benchmark",
                                    "W5",
                                    "--peers=none",
                                    "--seconds=0.05",
                                    "--json",
                                    "--resume",
                                    "--output",
                                    folder.toString(),
                                    "--rounds",
                                    rounds))
                    .as(err.toString())
                    .isZero();
        }
        assertThat(out.toString().lines().filter(line -> line.contains("\"round\":1"))).hasSize(1);
        assertThat(out.toString().lines().filter(line -> line.contains("\"round\":2"))).hasSize(1);
        assertThat(err.toString())
                .contains("round 2 of 2: W5, millstream record (1 of 1, about 1 min");
    }

    @Test
    void shouldMeasureWithoutPeers() {
        assertThat(
                        call(
                                "benchmark",
                                "W5",
                                "--peers",
                                "plain",
                                "--rounds",
                                "1",
                                "--seconds",
                                "0.05",
                                "--output",
                                folder.toString(),
                                "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.contains("\"error\":\"\""));
    }
}
