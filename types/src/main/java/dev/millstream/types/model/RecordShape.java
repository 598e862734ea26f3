package dev.millstream.types.model;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Takes records apart. */
final class RecordShape {
    private RecordShape() {}

    static Shape of(ResolvedType type) {
        RecordComponent[] components = type.raw().getRecordComponents();
        List<Property> properties = new ArrayList<>();
        Class<?>[] erased = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            erased[i] = component.getType();
            properties.add(
                    new Property(
                            component.getName(),
                            type.member(component.getGenericType()),
                            component.getType(),
                            new Property.Access.Component(component.getAccessor()),
                            FormerNames.of(component)));
        }
        try {
            return new Shape.Fields(
                    type,
                    properties,
                    type.raw().getDeclaredConstructor(erased),
                    IntStream.range(0, erased.length).boxed().toList());
        } catch (NoSuchMethodException e) {
            return new Shape.None("this record has no canonical constructor");
        }
    }
}
