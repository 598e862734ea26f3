package dev.millstream.engine.state.keyed;

import dev.millstream.api.common.state.ValueState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value for each key that fits into a word: kept unboxed. */
abstract class WordValueState<T> implements ValueState<T> {
    private final StateRow home;
    private final int state;
    private final int field;
    private final @Nullable T absent;

    WordValueState(StateRow home, String name, String form, @Nullable T absent) {
        this.home = home;
        this.state = home.addState();
        this.field = home.table().layout().addWord();
        home.register(new WordField(name, form, field));
        this.absent = absent;
    }

    abstract long toWord(T value);

    abstract T fromWord(long word);

    /** For a type that fits into a word; empty for others. */
    @SuppressWarnings("unchecked") // the class says what T is
    static <T> Optional<ValueState<T>> of(
            Class<T> type, StateRow home, String name, @Nullable T absent) {
        ValueState<?> found =
                switch (type.getName()) {
                    case "java.lang.Long" -> new LongValueState(home, name, (Long) absent);
                    case "java.lang.Integer" -> new OfInt(home, name, (Integer) absent);
                    case "java.lang.Double" -> new OfDouble(home, name, (Double) absent);
                    case "java.lang.Float" -> new OfFloat(home, name, (Float) absent);
                    case "java.lang.Short" -> new OfShort(home, name, (Short) absent);
                    case "java.lang.Byte" -> new OfByte(home, name, (Byte) absent);
                    case "java.lang.Boolean" -> new OfBoolean(home, name, (Boolean) absent);
                    default -> null;
                };
        return Optional.ofNullable((ValueState<T>) found);
    }

    @Override
    public @Nullable T value() {
        int row = home.findWith(state);
        return row == StateRow.ABSENT ? absent : fromWord(home.group().word(row, field));
    }

    @Override
    public void update(@Nullable T value) {
        if (value == null) {
            clear();
            return;
        }
        int row = home.findOrAdd();
        home.group().setWord(row, field, toWord(value));
        home.nowHas(state);
    }

    @Override
    public void clear() {
        home.clear(state);
    }

    private static final class OfInt extends WordValueState<Integer> {
        OfInt(StateRow home, String name, @Nullable Integer absent) {
            super(home, name, "int", absent);
        }

        @Override
        long toWord(Integer value) {
            return value;
        }

        @Override
        Integer fromWord(long word) {
            return (int) word;
        }
    }

    private static final class OfDouble extends WordValueState<Double> {
        OfDouble(StateRow home, String name, @Nullable Double absent) {
            super(home, name, "double", absent);
        }

        @Override
        long toWord(Double value) {
            return Double.doubleToRawLongBits(value);
        }

        @Override
        Double fromWord(long word) {
            return Double.longBitsToDouble(word);
        }
    }

    private static final class OfFloat extends WordValueState<Float> {
        OfFloat(StateRow home, String name, @Nullable Float absent) {
            super(home, name, "float", absent);
        }

        @Override
        long toWord(Float value) {
            return Float.floatToRawIntBits(value);
        }

        @Override
        Float fromWord(long word) {
            return Float.intBitsToFloat((int) word);
        }
    }

    private static final class OfShort extends WordValueState<Short> {
        OfShort(StateRow home, String name, @Nullable Short absent) {
            super(home, name, "short", absent);
        }

        @Override
        long toWord(Short value) {
            return value;
        }

        @Override
        Short fromWord(long word) {
            return (short) word;
        }
    }

    private static final class OfByte extends WordValueState<Byte> {
        OfByte(StateRow home, String name, @Nullable Byte absent) {
            super(home, name, "byte", absent);
        }

        @Override
        long toWord(Byte value) {
            return value;
        }

        @Override
        Byte fromWord(long word) {
            return (byte) word;
        }
    }

    private static final class OfBoolean extends WordValueState<Boolean> {
        OfBoolean(StateRow home, String name, @Nullable Boolean absent) {
            super(home, name, "boolean", absent);
        }

        @Override
        long toWord(Boolean value) {
            return value ? 1 : 0;
        }

        @Override
        Boolean fromWord(long word) {
            return word != 0;
        }
    }
}
