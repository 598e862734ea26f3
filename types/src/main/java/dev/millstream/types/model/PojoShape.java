package dev.millstream.types.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes POJOs apart: classes with a constructor without arguments whose fields, inherited ones as
 * well, are public or have a getter and a setter. Static and transient fields don't count.
 */
final class PojoShape {
    private PojoShape() {}

    static Shape of(ResolvedType type) {
        Class<?> raw = type.raw();
        String obstacle = obstacle(raw);
        if (obstacle != null) {
            return new Shape.None(obstacle);
        }
        Constructor<?> constructor = noArgumentConstructor(raw);
        if (constructor == null) {
            return new Shape.None("it has no constructor without arguments that isn't private");
        }
        TreeMap<String, Property> properties = new TreeMap<>();
        ResolvedType level = type;
        while (level.raw() != Object.class) {
            if (isOfTheJdk(level.raw())) {
                return new Shape.None("it extends " + level.raw().getName());
            }
            String problem = addFields(level, raw, properties);
            if (problem != null) {
                return new Shape.None(problem);
            }
            level = level.superclass();
        }
        List<Property> sorted = new ArrayList<>(properties.values());
        sorted.sort(Comparator.comparing(Property::name));
        return new Shape.Fields(type, false, sorted, constructor);
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
        return null;
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

    private static @Nullable String addFields(
            ResolvedType level, Class<?> pojo, Map<String, Property> properties) {
        for (Field field : level.raw().getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers)) {
                continue;
            }
            if (Modifier.isFinal(modifiers)) {
                return "its field " + field.getName() + " is final";
            }
            Property.Access access = access(field, pojo);
            if (access == null) {
                return "its field "
                        + field.getName()
                        + " is neither public nor has a getter and a setter";
            }
            ResolvedType type = level.member(field.getGenericType());
            Property property = new Property(field.getName(), type, field.getType(), access);
            if (properties.put(field.getName(), property) != null) {
                return "it inherits a second field " + field.getName();
            }
        }
        return null;
    }

    private static Property.@Nullable Access access(Field field, Class<?> pojo) {
        if (Modifier.isPublic(field.getModifiers())) {
            return new Property.Access.Direct(field);
        }
        Method getter = getter(field, pojo);
        Method setter = setter(field, pojo);
        if (getter == null || setter == null) {
            return null;
        }
        return field.getDeclaringClass() == pojo
                ? new Property.Access.Direct(field)
                : new Property.Access.Methods(getter, setter);
    }

    private static @Nullable Method getter(Field field, Class<?> pojo) {
        String name = field.getName();
        for (String candidate :
                List.of("get" + capitalised(name), "is" + capitalised(name), name)) {
            Method method = publicMethod(pojo, candidate);
            if (method != null && method.getReturnType() == field.getType()) {
                return method;
            }
        }
        return null;
    }

    private static @Nullable Method setter(Field field, Class<?> pojo) {
        return publicMethod(pojo, "set" + capitalised(field.getName()), field.getType());
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static @Nullable Method publicMethod(
            Class<?> pojo, String name, Class<?>... parameters) {
        try {
            Method method = pojo.getMethod(name, parameters);
            return Modifier.isStatic(method.getModifiers()) ? null : method;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
