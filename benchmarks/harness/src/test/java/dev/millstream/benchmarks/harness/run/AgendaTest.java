package dev.millstream.benchmarks.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.harness.contestant.Contestant;
import dev.millstream.benchmarks.harness.contestant.EngineKind;
import dev.millstream.benchmarks.harness.fixture.Samples;
import dev.millstream.benchmarks.harness.result.Sample;
import dev.millstream.benchmarks.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Contestant OURS = new Contestant(EngineKind.MILLSTREAM, "record");
    private static final Contestant FLINK = new Contestant(EngineKind.FLINK, "tuple");

    private static Agenda agenda(int rounds, Sample... earlier) {
        return new Agenda(
                new Settings(
                        Map.of(Workload.W2, List.of(OURS, FLINK)),
                        List.of(earlier),
                        rounds,
                        10,
                        "4g",
                        false,
                        Path.of(""),
                        Path.of("")));
    }

    @Test
    void shouldBeginEachRoundWithAnother() {
        assertThat(agenda(2).turns())
                .containsExactly(
                        new Turn(1, Workload.W2, OURS),
                        new Turn(1, Workload.W2, FLINK),
                        new Turn(2, Workload.W2, FLINK),
                        new Turn(2, Workload.W2, OURS));
    }

    @Test
    void shouldLeaveOutWhatWasMeasuredAsAWhole() {
        Agenda agenda =
                agenda(
                        3,
                        Samples.of("millstream record", 1, 10),
                        Samples.of("flink tuple", 1, 10),
                        Samples.of("flink tuple", 2, 10));
        assertThat(agenda.turns().stream().map(Turn::round)).containsExactly(2, 2, 3, 3);
    }

    @Test
    void shouldExpectATurnToLastAsLongAsTheLastTime() {
        Agenda agenda = agenda(2);
        double guess = agenda.remainingS() / 4;
        agenda.did(30);
        agenda.did(50);
        assertThat(agenda.remainingS()).isEqualTo(80);
        agenda.did(60);
        assertThat(agenda.remainingS()).isEqualTo(30);
        assertThat(agenda.position()).isEqualTo("4 of 4, about 1 min left");
        assertThat(guess).isBetween(10.0, 60.0);
    }
}
