package dev.millstream.types.model;

import java.lang.reflect.Constructor;
import java.util.List;

/** What a class with fields consists of, or why it can't be taken apart. */
public sealed interface Shape {
    /**
     * A record or a POJO.
     *
     * @param type which
     * @param isRecord whether the constructor takes all properties, in their order; else none
     * @param properties of a record in declared order, of a POJO by name
     */
    record Fields(
            ResolvedType type,
            boolean isRecord,
            List<Property> properties,
            Constructor<?> constructor)
            implements Shape {
        public Fields {
            properties = List.copyOf(properties);
        }
    }

    /**
     * Neither a record nor a POJO.
     *
     * @param reason goes on after "X can't be taken apart: "
     */
    record None(String reason) implements Shape {}

    /** Looks at a class by reflection. */
    static Shape of(ResolvedType type) {
        return type.raw().isRecord() ? RecordShape.of(type) : PojoShape.of(type);
    }
}
