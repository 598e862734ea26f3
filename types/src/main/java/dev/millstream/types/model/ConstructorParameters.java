package dev.millstream.types.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which field each parameter of a constructor ends in: by the parameters' names, or, where the
 * compiler has left these out, by the constructor's code.
 */
final class ConstructorParameters {
    private ConstructorParameters() {}

    /**
     * Indices of the fields that the constructor takes, in the order of its parameters.
     *
     * @return null if a parameter is no field, a field can't be read, or one that is not taken
     *     can't be set
     */
    static @Nullable List<Integer> asFields(Constructor<?> constructor, List<ClassField> fields) {
        List<Integer> taken = byName(constructor, fields);
        if (taken == null) {
            taken = byCode(constructor, fields);
        }
        if (taken == null) {
            return null;
        }
        for (int i = 0; i < fields.size(); i++) {
            ClassField field = fields.get(i);
            if (!field.isReadable() || (!taken.contains(i) && !field.isBeanProperty())) {
                return null;
            }
        }
        return taken;
    }

    private static @Nullable List<Integer> byName(
            Constructor<?> constructor, List<ClassField> fields) {
        List<String> names = new ArrayList<>();
        for (Parameter parameter : constructor.getParameters()) {
            if (!parameter.isNamePresent()) {
                return null;
            }
            names.add(parameter.getName());
        }
        return indices(names, constructor, fields);
    }

    private static @Nullable List<Integer> byCode(
            Constructor<?> constructor, List<ClassField> fields) {
        Map<Integer, String> assigned = ConstructorCode.assignments(constructor);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < constructor.getParameterCount(); i++) {
            names.add(assigned.get(i));
        }
        return indices(names, constructor, fields);
    }

    private static @Nullable List<Integer> indices(
            List<@Nullable String> names, Constructor<?> constructor, List<ClassField> fields) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int index = indexOf(names.get(i), fields);
            if (index < 0
                    || indices.contains(index)
                    || fields.get(index).field().getType() != constructor.getParameterTypes()[i]) {
                return null;
            }
            indices.add(index);
        }
        return indices;
    }

    private static int indexOf(@Nullable String name, List<ClassField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (Objects.equals(fields.get(i).name(), name)) {
                return i;
            }
        }
        return -1;
    }
}
