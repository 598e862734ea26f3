package dev.millstream.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.benchmarks.plain.Oracle;
import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.latency.LatencyFile;
import dev.millstream.benchmarks.workload.text.TextFile;
import dev.millstream.benchmarks.workload.text.WordCounts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnProgramsTest {
    private static final long EVENTS = 60_000;

    @TempDir Path folder;

    private MillstreamEngine engine;

    @BeforeAll
    void start() {
        engine = new MillstreamEngine();
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    static Stream<String> throughputPrograms() {
        return OwnPrograms.names().stream()
                .filter(name -> !name.startsWith("W1-") && !name.startsWith("W7"));
    }

    @ParameterizedTest
    @MethodSource("throughputPrograms")
    void shouldHaveTheResultOfTheSequentialProgram(String name) throws Exception {
        Workload workload = Workload.valueOf(name.substring(0, 2));
        String variant = name.substring(3);
        Path results = Files.createTempDirectory(folder, "results");
        engine.program(workload, variant).run(new Assignment(EVENTS, folder, results));
        assertThat(Tally.load(results))
                .isEqualTo(
                        Oracle.of(workload, EVENTS, variant.startsWith("string"), folder, folder));
    }

    @ParameterizedTest
    @MethodSource("wordCounts")
    void shouldCountWords(String variant) throws Exception {
        Path text = Files.createTempDirectory(folder, "text");
        TextFile.ensure(text, 1 << 18);
        Path results = Files.createTempDirectory(folder, "results").resolve("counts");
        engine.program(Workload.W1, variant).run(new Assignment(1, text, results));
        assertThat(WordCounts.load(results).tally())
                .isEqualTo(Oracle.of(Workload.W1, 1, false, text, folder));
    }

    static Stream<String> wordCounts() {
        return Stream.of("record", "tuple", "word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "pojo", "string"})
    void shouldNoteLatencies(String variant) throws Exception {
        Path results = Files.createTempDirectory(folder, "results");
        engine.program(Workload.W7B, variant).run(new Assignment(1, folder, results));
        assertThat(Tally.load(results))
                .isEqualTo(Oracle.of(Workload.W7B, 1, variant.equals("string"), folder, folder));
        assertThat(LatencyFile.percentiles(results)).containsKey("p99Nanos");
    }

    @Test
    void shouldNameTheProgramsThatThereAre() {
        assertThatThrownBy(() -> engine.program(Workload.W5, "haiku"))
                .hasMessageContaining("There is no program W5-haiku, but ")
                .hasMessageContaining("W5-record");
    }
}
