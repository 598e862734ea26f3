package dev.millstream.streaming.api.functions.aggregation;

/**
 * A record that is a number or string itself, seen as its own field 0.
 *
 * @param type its class
 */
record WholeValue(Class<?> type) implements Field {
    @Override
    public Object get(Object owner) {
        return owner;
    }

    @Override
    public Object with(Object owner, Object value) {
        return value;
    }
}
