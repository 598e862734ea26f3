package dev.millstream.api.common.accumulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccumulatorTest {
    /**
     * One kind of accumulator.
     *
     * @param first added to one of them
     * @param second added to another one
     */
    record Case<V, R extends Serializable>(
            Supplier<Accumulator<V, R>> maker, List<V> first, List<V> second, R empty, R merged) {
        Accumulator<V, R> with(List<V> values) {
            Accumulator<V, R> accumulator = maker.get();
            values.forEach(accumulator::add);
            return accumulator;
        }

        @Override
        public String toString() {
            return maker.get().getClass().getSimpleName();
        }
    }

    static Stream<Case<?, ?>> cases() {
        return Stream.of(
                new Case<>(IntCounter::new, List.of(1, 2), List.of(3), 0, 6),
                new Case<>(
                        LongCounter::new, List.of(1L, 2L), List.of(1L << 40), 0L, 3 + (1L << 40)),
                new Case<>(DoubleCounter::new, List.of(0.5), List.of(0.25), 0.0, 0.75),
                new Case<>(IntMinimum::new, List.of(4, -2), List.of(3), Integer.MAX_VALUE, -2),
                new Case<>(IntMaximum::new, List.of(-4, -2), List.of(-3), Integer.MIN_VALUE, -2),
                new Case<>(LongMinimum::new, List.of(4L, 9L), List.of(3L), Long.MAX_VALUE, 3L),
                new Case<>(LongMaximum::new, List.of(4L, 9L), List.of(3L), Long.MIN_VALUE, 9L),
                new Case<>(
                        DoubleMinimum::new,
                        List.of(4.5),
                        List.of(-3.5),
                        Double.POSITIVE_INFINITY,
                        -3.5),
                new Case<>(
                        DoubleMaximum::new,
                        List.of(-4.5),
                        List.of(-3.5),
                        Double.NEGATIVE_INFINITY,
                        -3.5),
                new Case<>(AverageAccumulator::new, List.of(1.0, 2.0), List.of(6.0), 0.0, 3.0),
                new Case<>(
                        Histogram::new,
                        List.of(1, 1, 2),
                        List.of(2, 3),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of(1, 2, 2, 2, 3, 1))),
                new Case<>(
                        ListAccumulator::new,
                        List.of("a", "b"),
                        List.of("c"),
                        new ArrayList<>(),
                        new ArrayList<>(List.of("a", "b", "c"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <V, R extends Serializable> void shouldMergeWhatSubtasksHaveAdded(Case<V, R> each) {
        Accumulator<V, R> accumulator = each.with(each.first());
        accumulator.merge(each.with(each.second()));
        assertThat(accumulator.getLocalValue()).isEqualTo(each.merged());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <V, R extends Serializable> void shouldBeginAnewAfterReset(Case<V, R> each) {
        Accumulator<V, R> accumulator = each.with(each.first());
        assertThat(accumulator.getLocalValue()).isNotEqualTo(each.empty());
        accumulator.resetLocal();
        assertThat(accumulator.getLocalValue()).isEqualTo(each.empty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <V, R extends Serializable> void shouldBeIndependentOfItsClone(Case<V, R> each) {
        Accumulator<V, R> original = each.with(each.first());
        Accumulator<V, R> clone = original.clone();
        assertThat(clone.getLocalValue()).isEqualTo(original.getLocalValue());
        assertThat(clone).hasToString(original.toString());
        clone.merge(each.with(each.second()));
        original.resetLocal();
        assertThat(clone.getLocalValue()).isEqualTo(each.merged());
    }

    @Test
    void shouldCountPrimitives() {
        IntCounter counter = new IntCounter(5);
        counter.add(2);
        assertThat(counter.getLocalValuePrimitive()).isEqualTo(7);
        AverageAccumulator average = new AverageAccumulator();
        average.add(4.0);
        assertThat(average.getCount()).isEqualTo(1);
        assertThat(average.getSum()).isEqualTo(4.0);
    }

    @Test
    void shouldRefuseToMergeAnAverageWithAnother() {
        assertThatThrownBy(() -> new AverageAccumulator().merge(new DoubleCounter()))
                .hasMessageContaining("DoubleCounter");
    }
}
