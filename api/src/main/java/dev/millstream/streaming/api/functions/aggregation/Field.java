package dev.millstream.streaming.api.functions.aggregation;

import dev.millstream.api.java.tuple.Tuple;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** One field of one class. */
interface Field {
    /** As declared, primitives boxed; {@code Object} where generics hide it. */
    Class<?> type();

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is null
     */
    Object get(Object owner) throws Exception;

    /** A copy of the owner with another value. */
    Object with(Object owner, Object value) throws Exception;

    /**
     * Finds a field.
     *
     * @param step name, or position from 0
     * @throws IllegalArgumentException if there is none; names those that there are
     */
    static Field of(Class<?> owner, String step) {
        boolean positional = step.chars().allMatch(Character::isDigit) && !step.isEmpty();
        if (positional && step.equals("0") && isBasic(owner)) {
            return new WholeValue(owner);
        }
        if (Tuple.class.isAssignableFrom(owner)) {
            return TupleField.of(owner, positional ? step : step.replaceFirst("^f", ""), step);
        }
        if (owner.isRecord()) {
            RecordComponent[] components = owner.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                if (components[i].getName().equals(step)
                        || (positional && Integer.toString(i).equals(step))) {
                    return RecordField.of(owner, i);
                }
            }
            throw none(owner, step, names(components));
        }
        return beanField(owner, step);
    }

    private static Field beanField(Class<?> owner, String step) {
        List<String> names = new ArrayList<>();
        for (Class<?> type = owner;
                type != null && type != Object.class;
                type = type.getSuperclass()) {
            for (java.lang.reflect.Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                    continue;
                }
                if (field.getName().equals(step)) {
                    return BeanField.of(owner, field);
                }
                names.add(field.getName());
            }
        }
        throw none(owner, step, names);
    }

    private static List<String> names(RecordComponent[] components) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : components) {
            names.add(component.getName());
        }
        return names;
    }

    private static boolean isBasic(Class<?> type) {
        return Number.class.isAssignableFrom(type) || type == String.class;
    }

    /** The error for a field that isn't there. */
    static IllegalArgumentException none(Class<?> owner, String step, List<String> names) {
        return new IllegalArgumentException(
                owner.getName()
                        + " has no field '"
                        + step
                        + "'"
                        + (names.isEmpty()
                                ? " (it has no fields)"
                                : "; its fields are " + String.join(", ", names)));
    }

    /** The value of a field that was read. */
    static Object present(Class<?> owner, String name, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "Field '" + name + "' of a " + owner.getName() + " is null");
        }
        return value;
    }

    /** The class of a primitive's objects; other classes as they are. */
    static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }
}
