package dev.millstream.api.java.tuple;

import org.jspecify.annotations.Nullable;

/** A tuple of no fields. Its instances are all equal. */
public final class Tuple0 extends Tuple {
    private static final long serialVersionUID = 1L;

    /** The one that is enough. */
    public static final Tuple0 INSTANCE = new Tuple0();

    /** Another one, equal to all others. */
    public Tuple0() {}

    @Override
    public int getArity() {
        return 0;
    }

    @Override
    @Nullable Object fieldAt(int pos) {
        throw outOfBounds(pos);
    }

    @Override
    void setFieldAt(int pos, @Nullable Object value) {
        throw outOfBounds(pos);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple0;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
