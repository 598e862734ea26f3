package dev.millstream.types.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;

/** What a class with fields consists of, or why it can't be taken apart. */
public sealed interface Shape {
    /**
     * A record or another class with fields.
     *
     * @param type which
     * @param properties of a record in declared order, of others by name
     * @param arguments which properties the constructor takes, in its order; the others are set
     *     afterwards
     */
    record Fields(
            ResolvedType type,
            List<Property> properties,
            Constructor<?> constructor,
            List<Integer> arguments)
            implements Shape {
        public Fields {
            properties = List.copyOf(properties);
            arguments = List.copyOf(arguments);
        }

        public boolean isRecord() {
            return type.raw().isRecord();
        }
    }

    /**
     * A class of which there is one object, without fields.
     *
     * @param constant the static field that holds it
     */
    record Singleton(ResolvedType type, Field constant) implements Shape {}

    /**
     * Neither.
     *
     * @param reason goes on after "X can't be taken apart: "
     */
    record None(String reason) implements Shape {}

    /** Looks at a class by reflection. */
    static Shape of(ResolvedType type) {
        return type.raw().isRecord() ? RecordShape.of(type) : ClassShape.of(type);
    }
}
