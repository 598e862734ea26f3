package dev.millstream.api.java.tuple;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tuple of one field. Mutable; fields may be null. */
public class Tuple1<T0> extends Tuple {
    private static final long serialVersionUID = 1L;

    /** Field 0. */
    public T0 f0;

    /** A tuple whose fields are null. */
    public Tuple1() {
        this(none());
    }

    /** A tuple of these. */
    public Tuple1(T0 f0) {
        this.f0 = f0;
    }

    /** A tuple of these. */
    public static <T0> Tuple1<T0> of(T0 f0) {
        return new Tuple1<>(f0);
    }

    /** Sets all fields. */
    public void setFields(T0 f0) {
        this.f0 = f0;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    @Nullable Object fieldAt(int pos) {
        return switch (pos) {
            case 0 -> f0;
            default -> throw outOfBounds(pos);
        };
    }

    @Override
    void setFieldAt(int pos, @Nullable Object value) {
        if (pos != 0) {
            throw outOfBounds(pos);
        }
        f0 = cast(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple1<?> that && Objects.equals(f0, that.f0);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(f0);
    }
}
