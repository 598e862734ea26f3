package dev.millstream.types.model;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;

/**
 * A field of a class, as it is written.
 *
 * @param name unique within the class
 * @param type with type variables resolved
 * @param erased its class in the class file
 * @param access how to reach it
 * @param formerNames what it was called before
 */
public record Property(
        String name, ResolvedType type, Class<?> erased, Access access, List<String> formerNames) {
    public Property {
        formerNames = List.copyOf(formerNames);
    }

    /** How to reach a property. */
    public sealed interface Access {
        /** Read in place; written in place unless the constructor does it. */
        record Direct(Field field) implements Access {}

        /** Read and written by methods. */
        record Methods(Method getter, Method setter) implements Access {}

        /** Of a record, or inherited: read by a method, written by the constructor. */
        record Component(Method accessor) implements Access {}
    }

    public boolean isPrimitive() {
        return erased.isPrimitive();
    }
}
