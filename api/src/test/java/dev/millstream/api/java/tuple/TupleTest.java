package dev.millstream.api.java.tuple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TupleTest {
    static IntStream arities() {
        return IntStream.rangeClosed(0, Tuple.MAX_ARITY);
    }

    private static Tuple numbered(int arity) {
        Tuple tuple = Tuple.newInstance(arity);
        for (int field = 0; field < arity; field++) {
            tuple.setField(field * 10, field);
        }
        return tuple;
    }

    @ParameterizedTest
    @MethodSource("arities")
    void shouldReachEachFieldByPositionAndByName(int arity) throws Exception {
        Tuple tuple = numbered(arity);

        assertThat(tuple.getArity()).isEqualTo(arity);
        assertThat(tuple.getClass()).isEqualTo(Tuple.getTupleClass(arity));
        assertThat(tuple.getClass().getSimpleName()).isEqualTo("Tuple" + arity);
        for (int field = 0; field < arity; field++) {
            assertThat(tuple.<Integer>getField(field)).isEqualTo(field * 10);
            assertThat(tuple.getClass().getField("f" + field).get(tuple)).isEqualTo(field * 10);
        }
        assertThatThrownBy(() -> tuple.getField(arity))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("no field " + arity);
        assertThatThrownBy(() -> tuple.setField("x", arity))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("arities")
    void shouldEqualWhatHasTheSameFields(int arity) {
        Tuple tuple = numbered(arity);
        Tuple copy = tuple.copy();

        assertThat(copy).isEqualTo(tuple).hasSameHashCodeAs(tuple);
        assertThat(Tuple.newInstance(arity)).hasSameHashCodeAs(Tuple.newInstance(arity));
        for (int field = 0; field < arity; field++) {
            Tuple other = tuple.copy();
            other.setField("other", field);
            assertThat(other).isNotEqualTo(tuple);
        }
        assertThat(tuple).isNotEqualTo(numbered((arity + 1) % (Tuple.MAX_ARITY + 1)));
    }

    @Test
    void shouldBeMadeOfItsFields() {
        Tuple3<String, Integer, Long> tuple = Tuple3.of("a", 1, 2L);

        assertThat(tuple.f0).isEqualTo("a");
        assertThat(tuple.f1).isEqualTo(1);
        assertThat(tuple.f2).isEqualTo(2L);
        assertThat(tuple).hasToString("(a,1,2)");
        assertThat(new Tuple3<String, Integer, Long>()).hasToString("(null,null,null)");
        assertThat(Tuple0.INSTANCE).hasToString("()");
        assertThat(Tuple2.of("a", 1).swap()).isEqualTo(Tuple2.of(1, "a"));
    }

    @Test
    void shouldSetAllFields() {
        Tuple2<String, Integer> tuple = new Tuple2<>();
        tuple.setFields("a", 1);
        assertThat(tuple).isEqualTo(Tuple2.of("a", 1));
    }

    @Test
    void shouldRefuseOtherArities() {
        assertThatThrownBy(() -> Tuple.newInstance(26)).hasMessageContaining("0 to 25 fields");
        assertThatThrownBy(() -> Tuple.getTupleClass(-1)).hasMessageContaining("not -1");
    }
}
