package dev.millstream.api.java.tuple;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tuple of three fields. Mutable; fields may be null. */
public class Tuple3<T0, T1, T2> extends Tuple {
    private static final long serialVersionUID = 1L;

    /** Field 0. */
    public T0 f0;

    /** Field 1. */
    public T1 f1;

    /** Field 2. */
    public T2 f2;

    /** A tuple whose fields are null. */
    public Tuple3() {
        this(none(), none(), none());
    }

    /** A tuple of these. */
    public Tuple3(T0 f0, T1 f1, T2 f2) {
        this.f0 = f0;
        this.f1 = f1;
        this.f2 = f2;
    }

    /** A tuple of these. */
    public static <T0, T1, T2> Tuple3<T0, T1, T2> of(T0 f0, T1 f1, T2 f2) {
        return new Tuple3<>(f0, f1, f2);
    }

    /** Sets all fields. */
    public void setFields(T0 f0, T1 f1, T2 f2) {
        this.f0 = f0;
        this.f1 = f1;
        this.f2 = f2;
    }

    @Override
    public int getArity() {
        return 3;
    }

    @Override
    @Nullable Object fieldAt(int pos) {
        return switch (pos) {
            case 0 -> f0;
            case 1 -> f1;
            case 2 -> f2;
            default -> throw outOfBounds(pos);
        };
    }

    @Override
    void setFieldAt(int pos, @Nullable Object value) {
        switch (pos) {
            case 0 -> f0 = cast(value);
            case 1 -> f1 = cast(value);
            case 2 -> f2 = cast(value);
            default -> throw outOfBounds(pos);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple3<?, ?, ?> that
                && Objects.equals(f0, that.f0)
                && Objects.equals(f1, that.f1)
                && Objects.equals(f2, that.f2);
    }

    @Override
    public int hashCode() {
        return Objects.hash(f0, f1, f2);
    }
}
