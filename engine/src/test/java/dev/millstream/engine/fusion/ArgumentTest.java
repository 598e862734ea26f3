package dev.millstream.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.FlatMapFunction;
import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.util.Collector;
import org.junit.jupiter.api.Test;

class ArgumentTest {
    /** Says what it is given. */
    static class OfLong implements MapFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String map(Long value) {
            return "" + value;
        }
    }

    /** Has its method from above. */
    static final class Inheriting extends OfLong {
        private static final long serialVersionUID = 1L;
    }

    /** For anything. */
    static final class OfAny<T> implements MapFunction<T, T> {
        private static final long serialVersionUID = 1L;

        @Override
        public T map(T value) {
            return value;
        }
    }

    /** Has another method of the same name. */
    static final class Ambiguous implements MapFunction<Long, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String map(Long value) {
            return map(value.intValue());
        }

        String map(Integer value) {
            return "" + value;
        }
    }

    private static Class<?> of(MapFunction<?, ?> function) {
        return Argument.typeOf(StepKind.MAP, function);
    }

    private static <T> MapFunction<T, T> identity() {
        return value -> value;
    }

    @Test
    void shouldFindTheClassThatALambdaCastsTo() {
        MapFunction<Long, Long> lambda = n -> n + 1;
        FlatMapFunction<Integer, String> flatMap = (Integer n, Collector<String> out) -> {};

        assertThat(of(lambda)).isEqualTo(Long.class);
        assertThat(Argument.typeOf(StepKind.FLAT_MAP, flatMap)).isEqualTo(Integer.class);
    }

    @Test
    void shouldKnowNothingOfAGenericFunction() {
        MapFunction<Long, Long> lambda = identity();

        assertThat(of(lambda)).isEqualTo(Object.class);
        assertThat(of(new OfAny<Long>())).isEqualTo(Object.class);
    }

    @Test
    void shouldFindTheClassThatABridgeMethodCastsTo() {
        assertThat(of(new OfLong())).isEqualTo(Long.class);
        assertThat(of(new Inheriting())).isEqualTo(Long.class);
    }

    @Test
    void shouldKnowNothingOfAFunctionWithSeveralMethodsOfTheName() {
        assertThat(of(new Ambiguous())).isEqualTo(Object.class);
    }
}
