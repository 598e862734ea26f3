package dev.millstream.benchmarks.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.benchmarks.harness.fixture.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void shouldFindTheMiddleOfAnOddNumber() {
        assertThat(Spread.of(List.of(3.0, 100.0, 1.0))).isEqualTo(new Spread(3, 1, 100, 3));
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3);
    }

    @Test
    void shouldRefuseToFindTheMiddleOfNothing() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldTellHowWideASpreadIs() {
        assertThat(Spread.of(List.of(9.0, 10.0, 12.0)).relativeWidth()).isEqualTo(0.3);
    }

    @Test
    void shouldCompareWhatWasMeasuredInTheSameRound() {
        // A disturbance halves both rates in round 2: each ratio is still 2.
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 20),
                                Samples.of("flink tuple", 1, 10),
                                Samples.of("millstream record", 2, 10),
                                Samples.of("flink tuple", 2, 5),
                                Samples.of("millstream record", 3, 40)));
        assertThat(results.ratio("W2", "millstream record", "flink tuple", Sample::rate))
                .contains(new Spread(2, 2, 2, 2));
        assertThat(results.spread("W2", "millstream record", Sample::rate))
                .contains(new Spread(20, 10, 40, 3));
    }

    @Test
    void shouldNotPairWhatDifferentCallsHaveMeasured() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("one", "millstream record", 1, 20),
                                Samples.of("one", "flink tuple", 1, 10),
                                Samples.of("two", "millstream record", 1, 90),
                                Samples.of("two", "flink tuple", 1, 30),
                                Samples.of("three", "flink tuple", 1, 1)));
        assertThat(results.ratio("W2", "millstream record", "flink tuple", Sample::rate))
                .contains(new Spread(2.5, 2, 3, 2));
        assertThat(results.spread("W2", "flink tuple", Sample::rate).orElseThrow().count())
                .isEqualTo(3);
    }

    @Test
    void shouldKnowWhichRoundsAreWhole() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("one", "millstream record", 1, 20),
                                Samples.of("one", "flink tuple", 1, 10),
                                Samples.of("one", "millstream record", 2, 20),
                                Samples.of("two", "flink tuple", 2, 10),
                                Samples.failed("flink tuple", 3)));
        List<String> both = List.of("millstream record", "flink tuple");
        assertThat(results.hasRound("W2", 1, both)).isTrue();
        assertThat(results.hasRound("W2", 2, both)).isFalse();
        assertThat(results.hasRound("W2", 2, List.of("flink tuple"))).isTrue();
        assertThat(results.hasRound("W2", 3, List.of("flink tuple"))).isFalse();
        assertThat(results.hasRound("W3", 1, both)).isFalse();
    }

    @Test
    void shouldCompareEncryptedLinksWithEncryptedOnes() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 20),
                                Samples.of("millstream tls", 1, 20)));
        assertThat(results.counterpart("W2", "flink tuple-tls")).contains("millstream tls");
        assertThat(results.counterpart("W2", "flink tuple")).contains("millstream record");
    }

    @Test
    void shouldLeaveErrorsOut() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("flink tuple", 1, 10),
                                Samples.failed("flink tuple", 2)));
        assertThat(results.spread("W2", "flink tuple", Sample::rate))
                .contains(new Spread(10, 10, 10, 1));
        assertThat(results.errors()).hasSize(1);
        assertThat(results.spread("W2", "jet record", Sample::rate)).isEmpty();
    }

    @Test
    void shouldFindTheFastestPeer() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("millstream record", 1, 50),
                                Samples.of("flink tuple", 1, 10),
                                Samples.of("jet record", 1, 11)));
        assertThat(results.fastestPeer("W2")).contains("jet record");
        assertThat(results.ours("W2")).contains("millstream record");
    }

    @Test
    void shouldKeepWhatWasMeasuredWithSmallHeapsApart() {
        Results results =
                new Results(
                        List.of(
                                Samples.of("flink tuple", 1, 10),
                                Samples.of("flink tuple", Sample.HEAP_SEARCH, 9)));
        assertThat(results.spread("W2", "flink tuple", Sample::rate).orElseThrow().count())
                .isEqualTo(1);
        assertThat(results.smallestHeap("W2", "flink tuple")).isPresent();
    }
}
