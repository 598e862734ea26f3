package dev.millstream.types.model;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * A field of a class, as it is written.
 *
 * @param name unique within the class
 * @param type with type variables resolved
 * @param erased its class in the class file
 * @param access how to reach it
 */
public record Property(String name, ResolvedType type, Class<?> erased, Access access) {
    /** How to reach a property. */
    public sealed interface Access {
        /** Of a POJO, read and written in place. */
        record Direct(Field field) implements Access {}

        /** Of a POJO. */
        record Methods(Method getter, Method setter) implements Access {}

        /** Of a record: written by the constructor. */
        record Component(Method accessor) implements Access {}
    }

    public boolean isPrimitive() {
        return erased.isPrimitive();
    }
}
