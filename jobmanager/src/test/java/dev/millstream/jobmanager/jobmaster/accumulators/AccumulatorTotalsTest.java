package dev.millstream.jobmanager.jobmaster.accumulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccumulatorTotalsTest {
    private static final Bytes A = Bytes.owning(new byte[] {1});
    private static final Bytes B = Bytes.owning(new byte[] {2});

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        new AccumulatorValue.IntSum(3),
                        new AccumulatorValue.IntSum(4),
                        new AccumulatorValue.IntSum(7)),
                Arguments.of(
                        new AccumulatorValue.LongSum(3),
                        new AccumulatorValue.LongSum(4),
                        new AccumulatorValue.LongSum(7)),
                Arguments.of(
                        new AccumulatorValue.DoubleSum(0.5),
                        new AccumulatorValue.DoubleSum(0.25),
                        new AccumulatorValue.DoubleSum(0.75)),
                Arguments.of(
                        new AccumulatorValue.IntMinimum(3),
                        new AccumulatorValue.IntMinimum(4),
                        new AccumulatorValue.IntMinimum(3)),
                Arguments.of(
                        new AccumulatorValue.IntMaximum(3),
                        new AccumulatorValue.IntMaximum(4),
                        new AccumulatorValue.IntMaximum(4)),
                Arguments.of(
                        new AccumulatorValue.LongMinimum(3),
                        new AccumulatorValue.LongMinimum(4),
                        new AccumulatorValue.LongMinimum(3)),
                Arguments.of(
                        new AccumulatorValue.LongMaximum(3),
                        new AccumulatorValue.LongMaximum(4),
                        new AccumulatorValue.LongMaximum(4)),
                Arguments.of(
                        new AccumulatorValue.DoubleMinimum(3),
                        new AccumulatorValue.DoubleMinimum(4),
                        new AccumulatorValue.DoubleMinimum(3)),
                Arguments.of(
                        new AccumulatorValue.DoubleMaximum(3),
                        new AccumulatorValue.DoubleMaximum(4),
                        new AccumulatorValue.DoubleMaximum(4)),
                Arguments.of(
                        new AccumulatorValue.Average(2, 10),
                        new AccumulatorValue.Average(3, 5),
                        new AccumulatorValue.Average(5, 15)),
                Arguments.of(
                        new AccumulatorValue.Opaque(List.of(A)),
                        new AccumulatorValue.Opaque(List.of(B)),
                        new AccumulatorValue.Opaque(List.of(A, B))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldMergeEachKind(
            AccumulatorValue one, AccumulatorValue other, AccumulatorValue expected) {
        AccumulatorTotals totals = new AccumulatorTotals();

        totals.add(List.of(new AccumulatorSnapshot("x", one)));
        totals.add(List.of(new AccumulatorSnapshot("x", other)));

        assertThat(totals.snapshot()).containsExactly(new AccumulatorSnapshot("x", expected));
    }

    @Test
    void shouldListThemByName() {
        AccumulatorTotals totals = new AccumulatorTotals();

        totals.add(
                List.of(
                        new AccumulatorSnapshot("b", new AccumulatorValue.IntSum(1)),
                        new AccumulatorSnapshot("a", new AccumulatorValue.IntSum(2))));

        assertThat(totals.snapshot())
                .extracting(AccumulatorSnapshot::name)
                .containsExactly("a", "b");
    }

    @Test
    void shouldRefuseTwoKindsUnderOneName() {
        AccumulatorTotals totals = new AccumulatorTotals();
        totals.add(List.of(new AccumulatorSnapshot("lines", new AccumulatorValue.IntSum(1))));

        assertThatThrownBy(() ->
                        totals.add(
                                List.of(
                                        new AccumulatorSnapshot(
                                                "lines", new AccumulatorValue.LongSum(1)))))
                .isInstanceOf(AccumulatorConflictException.class)
                .hasMessageContaining("'lines'")
                .hasMessageContaining("IntSum")
                .hasMessageContaining("LongSum");
    }

    @Test
    void shouldForgetWhatWasBeforeARestart() {
        AccumulatorTotals totals = new AccumulatorTotals();
        totals.add(List.of(new AccumulatorSnapshot("x", new AccumulatorValue.IntSum(1))));

        totals.clear();

        assertThat(totals.snapshot()).isEmpty();
    }
}
