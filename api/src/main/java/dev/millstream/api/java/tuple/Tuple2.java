package dev.millstream.api.java.tuple;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tuple of two fields. Mutable; fields may be null. */
public class Tuple2<T0, T1> extends Tuple {
    private static final long serialVersionUID = 1L;

    /** Field 0. */
    public T0 f0;

    /** Field 1. */
    public T1 f1;

    /** A tuple whose fields are null. */
    public Tuple2() {
        this(none(), none());
    }

    /** A tuple of these. */
    public Tuple2(T0 f0, T1 f1) {
        this.f0 = f0;
        this.f1 = f1;
    }

    /** A tuple of these. */
    public static <T0, T1> Tuple2<T0, T1> of(T0 f0, T1 f1) {
        return new Tuple2<>(f0, f1);
    }

    /** Sets all fields. */
    public void setFields(T0 f0, T1 f1) {
        this.f0 = f0;
        this.f1 = f1;
    }

    /** A new tuple with the fields exchanged. */
    public Tuple2<T1, T0> swap() {
        return new Tuple2<>(f1, f0);
    }

    @Override
    public int getArity() {
        return 2;
    }

    @Override
    @Nullable Object fieldAt(int pos) {
        return switch (pos) {
            case 0 -> f0;
            case 1 -> f1;
            default -> throw outOfBounds(pos);
        };
    }

    @Override
    void setFieldAt(int pos, @Nullable Object value) {
        switch (pos) {
            case 0 -> f0 = cast(value);
            case 1 -> f1 = cast(value);
            default -> throw outOfBounds(pos);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tuple2<?, ?> that
                && Objects.equals(f0, that.f0)
                && Objects.equals(f1, that.f1);
    }

    @Override
    public int hashCode() {
        return Objects.hash(f0, f1);
    }
}
