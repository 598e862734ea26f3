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
