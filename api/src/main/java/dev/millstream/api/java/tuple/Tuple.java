package dev.millstream.api.java.tuple;

import dev.millstream.types.key.HashedByFields;
import java.io.Serializable;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Base of the tuples: a fixed number of fields, reached by name or by position. */
@HashedByFields
public abstract class Tuple implements Serializable {
    /** The most fields that a tuple has. */
    public static final int MAX_ARITY = 25;

    private static final long serialVersionUID = 1L;

    /** How many fields it has. */
    public abstract int getArity();

    /**
     * The field at a position.
     *
     * @param pos from 0
     * @throws IndexOutOfBoundsException if there is no such field
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature that users know
    public final <T> T getField(int pos) {
        return cast(fieldAt(pos));
    }

    /**
     * Sets the field at a position.
     *
     * @param pos from 0
     * @throws IndexOutOfBoundsException if there is no such field
     */
    public final <T> void setField(T value, int pos) {
        setFieldAt(pos, value);
    }

    /** A tuple of the same class with the same field values, which are not copied. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature that users know
    public final <T extends Tuple> T copy() {
        Tuple copy = newInstance(getArity());
        for (int field = 0; field < getArity(); field++) {
            copy.setFieldAt(field, fieldAt(field));
        }
        return cast(copy);
    }

    abstract @Nullable Object fieldAt(int pos);

    abstract void setFieldAt(int pos, @Nullable Object value);

    /** The caller knows the type; a wrong one fails where the value is used. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    // a tuple's fields may be null, whatever their type says
    static <X> X cast(@Nullable Object value) {
        return (X) value;
    }

    /** A field that is not set yet. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // fits each field
    static <X> X none() {
        return cast(null);
    }

    /**
     * A tuple whose fields are null.
     *
     * @param arity from 0 to {@link #MAX_ARITY}
     */
    public static Tuple newInstance(int arity) {
        return switch (arity) {
            case 0 -> new Tuple0();
            case 1 -> new Tuple1<>();
            case 2 -> new Tuple2<>();
            case 3 -> new Tuple3<>();
            case 4 -> new Tuple4<>();
            case 5 -> new Tuple5<>();
            case 6 -> new Tuple6<>();
            case 7 -> new Tuple7<>();
            case 8 -> new Tuple8<>();
            case 9 -> new Tuple9<>();
            case 10 -> new Tuple10<>();
            case 11 -> new Tuple11<>();
            case 12 -> new Tuple12<>();
            case 13 -> new Tuple13<>();
            case 14 -> new Tuple14<>();
            case 15 -> new Tuple15<>();
            case 16 -> new Tuple16<>();
            case 17 -> new Tuple17<>();
            case 18 -> new Tuple18<>();
            case 19 -> new Tuple19<>();
            case 20 -> new Tuple20<>();
            case 21 -> new Tuple21<>();
            case 22 -> new Tuple22<>();
            case 23 -> new Tuple23<>();
            case 24 -> new Tuple24<>();
            case 25 -> new Tuple25<>();
            default ->
                    throw new IllegalArgumentException(
                            "A tuple has 0 to " + MAX_ARITY + " fields, not " + arity);
        };
    }

    /** The class of tuples with so many fields. */
    public static Class<? extends Tuple> getTupleClass(int arity) {
        return newInstance(arity).getClass();
    }

    final IndexOutOfBoundsException outOfBounds(int pos) {
        return new IndexOutOfBoundsException(
                "A tuple of " + getArity() + " fields has no field " + pos);
    }

    /** In parentheses, such as {@code (word,3)}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(",", "(", ")");
        for (int field = 0; field < getArity(); field++) {
            text.add(String.valueOf(fieldAt(field)));
        }
        return text.toString();
    }
}
