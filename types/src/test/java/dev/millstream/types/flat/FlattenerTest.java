package dev.millstream.types.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlattenerTest {
    private static final float ODD_NAN_FLOAT = Float.intBitsToFloat(0x7FC0_1234);
    private static final double ODD_NAN = Double.longBitsToDouble(0x7FF8_0000_1234_5678L);

    /** All kinds of fields, none of them public. */
    private static final class Bean {
        private boolean flag;
        private byte small;
        private short shorter;
        private char letter;
        int number;
        private float ratio;
        private double exact;
        private transient long total;
    }

    /** Also in a record. */
    private record Row(long a, double b, boolean c) {}

    /** Has a reference. */
    private static final class Named {
        @SuppressWarnings("unused") // what it takes to be refused
        private String name = "";
    }

    /** Has a field that nobody could set. */
    private static final class Fixed {
        @SuppressWarnings("unused") // as above
        private final long number = System.identityHashCode(this);
    }

    /** Can't be made. */
    private static final class Made {
        @SuppressWarnings("unused") // as above
        private long number;

        @SuppressWarnings("unused") // as above
        Made(long number) {
            this.number = number;
        }
    }

    /** Has more than it shows. */
    private static final class Extended extends Totals {
        @SuppressWarnings("unused") // as above
        private long number;
    }

    private static class Totals {
        @SuppressWarnings("unused") // as above
        private long count;
    }

    /** Nothing to keep. */
    private static final class Empty {}

    /** Too much to write out for each change. */
    private record Wide(int a, int b, int c, int d, int e, int f, int g, int h, int i) {}

    @Test
    void shouldGiveBackEachFieldBitByBit() {
        Bean bean = new Bean();
        bean.flag = true;
        bean.small = -3;
        bean.shorter = Short.MIN_VALUE;
        bean.letter = '\uFFFE';
        bean.number = Integer.MIN_VALUE;
        bean.ratio = ODD_NAN_FLOAT;
        bean.exact = ODD_NAN;
        bean.total = Long.MIN_VALUE;

        Bean loaded = (Bean) thereAndBack(bean);

        assertThat(loaded).isNotSameAs(bean);
        assertThat(loaded.flag).isTrue();
        assertThat(loaded.small).isEqualTo((byte) -3);
        assertThat(loaded.shorter).isEqualTo(Short.MIN_VALUE);
        assertThat(loaded.letter).isEqualTo('\uFFFE');
        assertThat(loaded.number).isEqualTo(Integer.MIN_VALUE);
        assertThat(Float.floatToRawIntBits(loaded.ratio)).isEqualTo(0x7FC0_1234);
        assertThat(Double.doubleToRawLongBits(loaded.exact)).isEqualTo(0x7FF8_0000_1234_5678L);
        assertThat(loaded.total).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void shouldTakeRecordsAndNumbers() {
        for (Object value : List.of(new Row(7, -0.0, true), 5L, -6, 0.25)) {
            assertThat(thereAndBack(value)).isEqualTo(value);
        }
    }

    @Test
    void shouldTellObjectsOfOtherClasses() {
        Flattener flattener = Flattener.of(Totals.class).orElseThrow();

        assertThat(flattener.takes(new Totals())).isTrue();
        assertThat(flattener.takes(new Extended())).isFalse();
    }

    @Test
    void shouldLeaveOtherCellsAlone() {
        long[] cells = {1, 2, 3, 4, 5};

        Flattener.of(Row.class).orElseThrow().store(new Row(9, 0, false), cells, 1);

        assertThat(cells).containsExactly(1, 9, 0, 0, 5);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Named.class,
                Fixed.class,
                Made.class,
                Extended.class,
                Empty.class,
                Wide.class,
                String.class,
                long[].class,
                Runnable.class,
                Thread.State.class
            })
    void shouldRefuseWhatFieldsAloneDontMake(Class<?> type) {
        assertThat(Flattener.of(type)).isEmpty();
    }

    private static Object thereAndBack(Object value) {
        Flattener flattener = Flattener.of(value.getClass()).orElseThrow();
        long[] cells = new long[flattener.width() + 3];
        flattener.store(value, cells, 2);
        return flattener.load(cells, 2);
    }
}
