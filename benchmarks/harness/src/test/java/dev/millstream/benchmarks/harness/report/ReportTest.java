package dev.millstream.benchmarks.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.harness.fixture.Samples;
import dev.millstream.benchmarks.harness.result.Results;
import dev.millstream.benchmarks.harness.result.Sample;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
    private static final List<Sample> SAMPLES =
            List.of(
                    Samples.of("millstream record", 1, 30_000_000),
                    Samples.of("flink tuple", 1, 2_500_000),
                    Samples.of("jet record", 1, 1_700_000),
                    Samples.failed("plain one", 1));

    @Test
    void shouldReadBackItsLines(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("results.jsonl");
        Files.write(file, SAMPLES.stream().map(JsonLines::write).toList());
        assertThat(JsonLines.read(file)).isEqualTo(SAMPLES);
    }

    @Test
    void shouldWriteOneLineForEachSample() {
        assertThat(JsonLines.write(SAMPLES.getFirst()))
                .doesNotContain("\n")
                .contains("\"contestant\":\"millstream record\"")
                .contains("\"units\":30000000");
    }

    @Test
    void shouldShowRatesAndRatiosAndWhatHasFailed() {
        assertThat(Markdown.of(new Results(SAMPLES)))
                .contains("### W2")
                .contains("| millstream record | 30.0 | 30.0 to 30.0 |")
                .contains("| flink tuple * | 2.50 |")
                .contains("| 12.0 |\n")
                .contains("- W2, plain one, round 1: wrong result");
    }

    @Test
    void shouldSayWhetherOtherTypesAreAsFast() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 100),
                                Samples.of("millstream string", 1, 80),
                                Samples.of("millstream pojo", 1, 79)));
        assertThat(Markdown.of(results))
                .contains("- millstream string: 0.80, within 20 %\n")
                .contains("- millstream pojo: 0.79, NOT within 20 %\n");
    }

    @Test
    void shouldSayWhatEncryptionCosts() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 100),
                                Samples.of("millstream tls", 1, 60),
                                Samples.of("flink tuple", 1, 50),
                                Samples.of("flink tuple-tls", 1, 20)));
        assertThat(Markdown.of(results))
                .contains("- millstream tls: 0.60\n", "- flink tuple-tls: 0.40\n")
                .doesNotContain("within 20 %");
    }

    @Test
    void shouldPutTheBestOfEachEngineInOneRow() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 30_000_000),
                                Samples.of("flink tuple", 1, 2_000_000),
                                Samples.of("flink tuple-reuse", 1, 2_500_000),
                                Samples.of("plain one", 1, 60_000_000)));
        assertThat(Markdown.of(results))
                .contains("| W2 | 30.0 | 2.50 | - | 60.0 | 12.0 | - | 0.50 |\n");
    }

    @Test
    void shouldShowTheRangeOfSeveralRounds() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 20),
                                Samples.of("flink tuple", 1, 10),
                                Samples.of("millstream record", 2, 30),
                                Samples.of("flink tuple", 2, 10)));
        assertThat(Markdown.of(results)).contains("| 2.50 (2.00 to 3.00) |\n");
    }

    @Test
    void shouldWriteNumbersWithThreeDigitsThatMatter() {
        assertThat(List.of(0.046, 7.333, 61.26, 1_630.4).stream().map(Markdown::number))
                .containsExactly("0.05", "7.33", "61.3", "1,630");
    }

    @Test
    void shouldDrawABarForEachContestantThatWasMeasured() throws Exception {
        Document chart =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(Chart.of(new Results(SAMPLES)))));
        assertThat(chart.getElementsByTagName("rect").getLength()).isEqualTo(3 + 1);
        assertThat(chart.getDocumentElement().getTextContent())
                .contains("flink tuple", "W2, M events/s")
                .doesNotContain("plain one");
    }
}
