package dev.millstream.types.model;

import java.io.Externalizable;
import java.io.ObjectOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes classes apart that are no records. Either a constructor without arguments makes the object
 * and each field, inherited ones as well, is public or has a getter and a setter; or a constructor
 * takes fields, and what it doesn't take can be set. Static and transient fields don't count.
 */
final class ClassShape {
    private ClassShape() {}

    static Shape of(ResolvedType type) {
        Class<?> raw = type.raw();
        String obstacle = obstacle(raw);
        if (obstacle != null) {
            return new Shape.None(obstacle);
        }
        Map<String, ClassField> byName = new TreeMap<>();
        ResolvedType level = type;
        while (level.raw() != Object.class) {
            if (isOfTheJdk(level.raw())) {
                return new Shape.None("it extends " + level.raw().getName());
            }
            String second = addFields(level, raw, byName);
            if (second != null) {
                return new Shape.None("it inherits a second field " + second);
            }
            level = level.superclass();
        }
        List<ClassField> fields = List.copyOf(byName.values());
        Field constant = fields.isEmpty() ? constant(raw) : null;
        if (constant != null) {
            return new Shape.Singleton(type, constant);
        }
        return withFields(type, fields);
    }

    private static Shape withFields(ResolvedType type, List<ClassField> fields) {
        Constructor<?> noArguments = noArgumentConstructor(type.raw());
        String problem =
                noArguments == null
                        ? "it has no constructor without arguments that isn't private"
                        : problemOfBean(fields);
        if (problem == null && noArguments != null) {
            return fields(type, fields, noArguments, List.of());
        }
        List<Constructor<?>> constructors = new ArrayList<>();
        for (Constructor<?> constructor : type.raw().getDeclaredConstructors()) {
            if (!constructor.isSynthetic() && constructor.getParameterCount() > 0) {
                constructors.add(constructor);
            }
        }
        constructors.sort(
                Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
                        .reversed()
                        .thenComparing(Constructor::toString));
        for (Constructor<?> constructor : constructors) {
            List<Integer> arguments = ConstructorParameters.asFields(constructor, fields);
            if (arguments != null) {
                return fields(type, fields, constructor, arguments);
            }
        }
        return new Shape.None(
                problem
                        + (constructors.isEmpty()
                                ? ""
                                : ", and no constructor takes just what its fields hold"));
    }

    private static Shape.Fields fields(
            ResolvedType type,
            List<ClassField> fields,
            Constructor<?> constructor,
            List<Integer> arguments) {
        List<Property> properties = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            properties.add(fields.get(i).property(arguments.contains(i)));
        }
        return new Shape.Fields(type, properties, constructor, arguments);
    }

    private static @Nullable String problemOfBean(List<ClassField> fields) {
        for (ClassField field : fields) {
            if (Modifier.isFinal(field.field().getModifiers())) {
                return "its field " + field.name() + " is final";
            }
            if (!field.isBeanProperty()) {
                return "its field "
                        + field.name()
                        + " is neither public nor has a getter and a setter";
            }
        }
        return null;
    }

    private static @Nullable String obstacle(Class<?> raw) {
        if (raw.isInterface() || raw.isArray() || raw.isPrimitive() || raw.isEnum()) {
            return "it is not a class with fields";
        }
        if (isOfTheJdk(raw)) {
            return "it is a class of the JDK without a known form";
        }
        if (Modifier.isAbstract(raw.getModifiers())) {
            return "it is abstract";
        }
        if (raw.isHidden() || raw.isAnonymousClass()) {
            return "it is a lambda or an anonymous class";
        }
        if (raw.isMemberClass() && !Modifier.isStatic(raw.getModifiers())) {
            return "it is an inner class and not static, so it holds its enclosing object";
        }
        return hasOwnForm(raw)
                ? "it says itself how it is serialised (writeObject, writeReplace, Externalizable)"
                : null;
    }

    // What such a class keeps is often in transient fields, which would be lost.
    private static boolean hasOwnForm(Class<?> raw) {
        if (Externalizable.class.isAssignableFrom(raw)) {
            return true;
        }
        for (Class<?> level = raw; level != null; level = level.getSuperclass()) {
            for (Method method : level.getDeclaredMethods()) {
                if (method.getName().equals("writeReplace") && method.getParameterCount() == 0) {
                    return true;
                }
                if (method.getName().equals("writeObject")
                        && List.of(method.getParameterTypes())
                                .equals(List.of(ObjectOutputStream.class))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a class comes with the JDK, whose fields are nobody's business. */
    static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    private static @Nullable Constructor<?> noArgumentConstructor(Class<?> raw) {
        try {
            Constructor<?> constructor = raw.getDeclaredConstructor();
            return Modifier.isPrivate(constructor.getModifiers()) ? null : constructor;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** The field that holds the only object, as Kotlin's objects have it. */
    private static @Nullable Field constant(Class<?> raw) {
        boolean open =
                Arrays.stream(raw.getDeclaredConstructors())
                        .anyMatch(each -> !Modifier.isPrivate(each.getModifiers()));
        if (open || !Modifier.isFinal(raw.getModifiers())) {
            return null;
        }
        for (Field field : raw.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (field.getType() == raw
                    && field.getName().equals("INSTANCE")
                    && Modifier.isStatic(modifiers)
                    && Modifier.isFinal(modifiers)) {
                return field;
            }
        }
        return null;
    }

    // The name of a field that is there already; null if none is.
    private static @Nullable String addFields(
            ResolvedType level, Class<?> owner, Map<String, ClassField> fields) {
        for (Field field : level.raw().getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers)) {
                continue;
            }
            ResolvedType type = level.member(field.getGenericType());
            if (fields.put(field.getName(), ClassField.of(field, type, owner)) != null) {
                return field.getName();
            }
        }
        return null;
    }
}
