package dev.millstream.types;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number that stands for a subtype of a sealed type on the wire. Unique within the sealed type,
 * never reused. Without it a subtype is known by its class name, and renaming the class breaks what
 * was written.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WireId {
    /** The largest id. */
    int MAX = (1 << 20) - 1;

    /** Stands for a subclass of a subtype that is not sealed itself. */
    int OTHER = MAX + 1;

    /** From 0 to {@link #MAX}; below 128 it takes one byte. */
    int value();
}
