package dev.millstream.streaming.api.functions.aggregation;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a class with a constructor without arguments. Copies are shallow, field by field.
 *
 * @param field the field
 * @param all the fields of the class and its superclasses
 * @param constructor without arguments
 */
record BeanField(
        java.lang.reflect.Field field,
        List<java.lang.reflect.Field> all,
        Constructor<?> constructor)
        implements Field {
    static BeanField of(Class<?> owner, java.lang.reflect.Field field) {
        List<java.lang.reflect.Field> all = new ArrayList<>();
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            for (java.lang.reflect.Field candidate : type.getDeclaredFields()) {
                if (!Modifier.isStatic(candidate.getModifiers())) {
                    all.add(accessible(owner, candidate));
                }
            }
        }
        try {
            Constructor<?> constructor = owner.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new BeanField(accessible(owner, field), List.copyOf(all), constructor);
        } catch (NoSuchMethodException missing) {
            throw new IllegalArgumentException(
                    owner.getName()
                            + " has no constructor without arguments, so no copy with another '"
                            + field.getName()
                            + "' can be made; make it a record",
                    missing);
        }
    }

    private static java.lang.reflect.Field accessible(
            Class<?> owner, java.lang.reflect.Field field) {
        try {
            field.setAccessible(true);
        } catch (RuntimeException hidden) {
            throw new IllegalArgumentException(
                    "Fields of " + owner.getName() + " can't be read", hidden);
        }
        return field;
    }

    @Override
    public Class<?> type() {
        return Field.boxed(field.getType());
    }

    @Override
    public Object get(Object owner) throws IllegalAccessException {
        return Field.present(owner.getClass(), field.getName(), field.get(owner));
    }

    @Override
    public Object with(Object owner, Object value) throws ReflectiveOperationException {
        Object copy = constructor.newInstance();
        for (java.lang.reflect.Field each : all) {
            each.set(copy, each.get(owner));
        }
        field.set(copy, value);
        return copy;
    }
}
