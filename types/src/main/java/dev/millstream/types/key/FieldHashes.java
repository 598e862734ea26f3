package dev.millstream.types.key;

import dev.millstream.types.model.Lookups;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Makes of each field of a class a function from the object to the field's hash, unboxed. */
final class FieldHashes {
    private static final MethodType OBJECT_TO_HASH = MethodType.methodType(int.class, Object.class);

    private FieldHashes() {}

    static List<MethodHandle> of(Shape.Fields fields) {
        List<MethodHandle> hashes = new ArrayList<>();
        try {
            for (Property property : fields.properties()) {
                MethodHandle getter = Lookups.rawGetter(fields.type().raw(), property);
                MethodHandle hash = hashOf(property.erased());
                MethodHandle fitted =
                        getter.asType(getter.type().changeReturnType(hash.type().parameterType(0)));
                hashes.add(MethodHandles.filterReturnValue(fitted, hash).asType(OBJECT_TO_HASH));
            }
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    fields.type().raw().getName()
                            + " can't be a key: its fields can't be read: "
                            + e.getMessage()
                            + ". Open its package in module-info.java",
                    e);
        }
        return List.copyOf(hashes);
    }

    private static MethodHandle hashOf(Class<?> type)
            throws IllegalAccessException, NoSuchMethodException {
        return switch (type.getName()) {
            case "boolean" -> find("ofBoolean", boolean.class);
            case "byte", "short", "char", "int" -> find("ofInt", int.class);
            case "long" -> find("ofLong", long.class);
            case "float" -> find("ofFloat", float.class);
            case "double" -> find("ofDouble", double.class);
            default -> find("ofNullable", Object.class);
        };
    }

    private static MethodHandle find(String name, Class<?> parameter)
            throws IllegalAccessException, NoSuchMethodException {
        return MethodHandles.lookup()
                .findStatic(StableHash.class, name, MethodType.methodType(int.class, parameter));
    }
}
