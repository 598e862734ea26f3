package dev.millstream.types.flat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which fields an object consists of, if all are numbers and it can be made of them. */
final class FlatFields {
    /** Objects with more are cheaper to keep as they are than to write out again and again. */
    private static final int MOST = 8;

    private FlatFields() {}

    /** All fields of a class's objects, in the order of a record's components; never none. */
    static Optional<List<Field>> of(Class<?> type) {
        boolean opaque =
                type.isInterface()
                        || type.isArray()
                        || type.isPrimitive()
                        || type.isHidden()
                        || Modifier.isAbstract(type.getModifiers())
                        || type.getClassLoader() == null;
        if (opaque) {
            return Optional.empty();
        }
        return (type.isRecord() ? ofRecord(type) : ofBean(type))
                .filter(fields -> !fields.isEmpty() && fields.size() <= MOST)
                .filter(fields -> fields.stream().allMatch(it -> it.getType().isPrimitive()));
    }

    private static Optional<List<Field>> ofRecord(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        try {
            for (RecordComponent component : type.getRecordComponents()) {
                fields.add(type.getDeclaredField(component.getName()));
            }
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        }
        return Optional.of(fields);
    }

    private static Optional<List<Field>> ofBean(Class<?> type) {
        if (type.getSuperclass() != Object.class || !hasPlainConstructor(type)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            if (Modifier.isFinal(field.getModifiers())) {
                return Optional.empty();
            }
            fields.add(field);
        }
        return Optional.of(fields);
    }

    private static boolean hasPlainConstructor(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
