package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.java.tuple.Tuple;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A field of a tuple.
 *
 * @param position from 0
 */
record TupleField(int position) implements Field {
    static TupleField of(Class<?> owner, String digits, String step) {
        if (owner == Tuple.class) {
            throw new IllegalArgumentException(
                    "It isn't known which tuple has field '" + step + "'");
        }
        int arity = owner.getTypeParameters().length;
        for (int position = 0; position < arity; position++) {
            if (Integer.toString(position).equals(digits)) {
                return new TupleField(position);
            }
        }
        List<String> names = IntStream.range(0, arity).mapToObj(i -> "f" + i).toList();
        throw Field.none(owner, step, names);
    }

    @Override
    public Class<?> type() {
        return Object.class;
    }

    @Override
    public Object get(Object owner) {
        return Field.present(
                owner.getClass(), "f" + position, ((Tuple) owner).<Object>getField(position));
    }

    @Override
    public Object with(Object owner, Object value) {
        Tuple copy = ((Tuple) owner).copy();
        copy.setField(value, position);
        return copy;
    }
}
