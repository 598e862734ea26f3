package dev.millstream.types.flat;

import java.util.Optional;

/** For numbers in boxes. */
final class BoxFlatteners {
    private BoxFlatteners() {}

    static Optional<Flattener> of(Class<?> type) {
        if (type == Long.class) {
            return Optional.of(new OfLong());
        }
        if (type == Integer.class) {
            return Optional.of(new OfInteger());
        }
        return type == Double.class ? Optional.of(new OfDouble()) : Optional.empty();
    }

    private static final class OfLong extends Flattener {
        OfLong() {
            super(Long.class, 1);
        }

        @Override
        public Object load(long[] cells, int at) {
            return cells[at];
        }

        @Override
        public void store(Object value, long[] cells, int at) {
            cells[at] = (Long) value;
        }
    }

    private static final class OfInteger extends Flattener {
        OfInteger() {
            super(Integer.class, 1);
        }

        @Override
        public Object load(long[] cells, int at) {
            return (int) cells[at];
        }

        @Override
        public void store(Object value, long[] cells, int at) {
            cells[at] = (Integer) value;
        }
    }

    private static final class OfDouble extends Flattener {
        OfDouble() {
            super(Double.class, 1);
        }

        @Override
        public Object load(long[] cells, int at) {
            return Double.longBitsToDouble(cells[at]);
        }

        @Override
        public void store(Object value, long[] cells, int at) {
            cells[at] = Double.doubleToRawLongBits((Double) value);
        }
    }
}
