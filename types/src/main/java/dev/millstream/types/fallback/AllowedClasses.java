package dev.millstream.types.fallback;

import dev.millstream.types.leaf.LeafSerializers;
import java.io.Externalizable;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which classes may be in a value: those that its fields declare, and those that the user has
 * registered. Bytes that name others are refused.
 */
final class AllowedClasses {
    // More than any value consists of; keeps a look at half a library from taking for ever.
    private static final int MAX = 1_000;

    private AllowedClasses() {}

    /** In an order that is the same everywhere. */
    static List<Class<?>> of(Class<?> root, Set<Class<?>> registered) {
        List<Class<?>> all = new ArrayList<>();
        Set<Class<?>> found = new LinkedHashSet<>(reachable(root));
        found.addAll(registered);
        for (Class<?> type : found) {
            if (!type.isInterface() && !type.isArray() && !isOfTheJdk(type)) {
                all.add(type);
            }
        }
        all.sort(Comparator.comparing(Class::getName));
        return all;
    }

    private static Set<Class<?>> reachable(Class<?> root) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Class<?>> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty() && seen.size() < MAX) {
            Class<?> type = next.removeFirst();
            if (!seen.add(type) || isOfTheJdk(type)) {
                continue;
            }
            if (type.isSealed()) {
                next.addAll(List.of(type.getPermittedSubclasses()));
            }
            for (Class<?> level = type;
                    level != null && !isOfTheJdk(level);
                    level = level.getSuperclass()) {
                for (Field field : fieldsOf(level)) {
                    addClasses(field.getGenericType(), next);
                }
            }
        }
        return seen;
    }

    private static List<Field> fieldsOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())
                    && !Modifier.isTransient(field.getModifiers())) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static void addClasses(Type type, Deque<Class<?>> next) {
        if (type instanceof Class<?> known) {
            Class<?> element = known;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            if (!element.isPrimitive()) {
                next.add(element);
            }
        } else if (type instanceof ParameterizedType generic) {
            addClasses(generic.getRawType(), next);
            for (Type argument : generic.getActualTypeArguments()) {
                addClasses(argument, next);
            }
        }
    }

    /** Whether objects of a class are no data: lambdas, inner classes. */
    static boolean isNoValue(Class<?> type) {
        return type.isHidden()
                || type.isAnonymousClass()
                || type.isInterface()
                || Modifier.isAbstract(type.getModifiers())
                || (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()));
    }

    /** Whether a class says itself how Java serialisation treats it. */
    static boolean hasOwnForm(Class<?> type) {
        if (Externalizable.class.isAssignableFrom(type)) {
            return true;
        }
        for (Class<?> level = type;
                level != null && !isOfTheJdk(level);
                level = level.getSuperclass()) {
            for (Method method : level.getDeclaredMethods()) {
                boolean replaces =
                        method.getName().equals("writeReplace") && method.getParameterCount() == 0;
                boolean writes =
                        method.getName().equals("writeObject")
                                && List.of(method.getParameterTypes())
                                        .equals(List.of(ObjectOutputStream.class));
                if (replaces || writes) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Says which part of a class is a class of the JDK that is no data; null if none is. */
    static @Nullable String foreignPart(Class<?> type) {
        for (Class<?> part : reachable(type)) {
            for (Class<?> level = part; level != null; level = level.getSuperclass()) {
                if (isOfTheJdk(level) && level != part && !isData(level)) {
                    return "Its class " + part.getName() + " extends " + level.getName();
                }
            }
            if (isOfTheJdk(part) && !isData(part)) {
                return part == type ? "" : "It holds a " + part.getName();
            }
        }
        return null;
    }

    private static boolean isData(Class<?> type) {
        return type == Object.class
                || type.isInterface()
                || type.isEnum()
                || type == Enum.class
                || type == Record.class
                || type == Number.class
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Throwable.class.isAssignableFrom(type)
                || LeafSerializers.of(type) != null
                || ForySerializer.knows(type);
    }

    private static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }
}
