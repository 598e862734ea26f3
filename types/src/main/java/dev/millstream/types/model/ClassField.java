package dev.millstream.types.model;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field of a class that is no record, with the methods that read and write it, as beans, Lombok
 * and Kotlin name them.
 *
 * @param type with type variables resolved
 * @param isOwn whether the class itself declares it, not a superclass
 */
record ClassField(
        Field field,
        ResolvedType type,
        boolean isOwn,
        @Nullable Method getter,
        @Nullable Method setter) {
    static ClassField of(Field field, ResolvedType type, Class<?> owner) {
        return new ClassField(
                field,
                type,
                field.getDeclaringClass() == owner,
                getter(field, owner),
                setter(field, owner));
    }

    String name() {
        return field.getName();
    }

    private boolean isPublic() {
        return Modifier.isPublic(field.getModifiers());
    }

    /** Whether it is meant to be read and written from outside. */
    boolean isBeanProperty() {
        return !Modifier.isFinal(field.getModifiers())
                && (isPublic() || (getter != null && setter != null));
    }

    /** Whether it can be read, if need be around its owner's back. */
    boolean isReadable() {
        return isOwn || isPublic() || getter != null;
    }

    /**
     * It as a property.
     *
     * @param byConstructor whether the constructor sets it
     */
    Property property(boolean byConstructor) {
        return new Property(
                name(), type, field.getType(), access(byConstructor), FormerNames.of(field));
    }

    private Property.Access access(boolean byConstructor) {
        if (isOwn || isPublic() || getter == null) {
            return new Property.Access.Direct(field);
        }
        return byConstructor || setter == null
                ? new Property.Access.Component(getter)
                : new Property.Access.Methods(getter, setter);
    }

    private static @Nullable Method getter(Field field, Class<?> owner) {
        String name = field.getName();
        for (String candidate :
                List.of("get" + capitalised(name), "is" + capitalised(name), name, "get" + name)) {
            Method method = publicMethod(owner, candidate);
            if (method != null && method.getReturnType() == field.getType()) {
                return method;
            }
        }
        return null;
    }

    private static @Nullable Method setter(Field field, Class<?> owner) {
        String name = field.getName();
        boolean isQuestion = name.length() > 2 && name.startsWith("is");
        for (String candidate :
                List.of(
                        "set" + capitalised(name),
                        "set" + (isQuestion ? name.substring(2) : name),
                        name)) {
            Method method = publicMethod(owner, candidate, field.getType());
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable Method publicMethod(
            Class<?> owner, String name, Class<?>... parameters) {
        try {
            Method method = owner.getMethod(name, parameters);
            return Modifier.isStatic(method.getModifiers()) ? null : method;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
