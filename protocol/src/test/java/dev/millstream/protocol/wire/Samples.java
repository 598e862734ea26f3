package dev.millstream.protocol.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Makes values of a message's type from its shape: each subtype, constant and option occurs. */
final class Samples {
    private Samples() {}

    /** At least one. */
    static List<Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return ofRecord(raw);
        }
        if (raw.isSealed()) {
            List<Object> all = new ArrayList<>();
            for (Class<?> subtype : raw.getPermittedSubclasses()) {
                all.addAll(of(subtype));
            }
            return all;
        }
        return raw.isEnum() ? List.of(raw.getEnumConstants()) : ofSimple(raw);
    }

    private static List<Object> ofSimple(Class<?> raw) {
        return switch (raw.getName()) {
            case "java.lang.String" -> List.of("text", "", "Größe, \ud83c\udf3e");
            case "int", "java.lang.Integer" -> List.of(3, -1, Integer.MIN_VALUE);
            case "long", "java.lang.Long" -> List.of(4L, Long.MAX_VALUE);
            case "double", "java.lang.Double" -> List.of(0.5, Double.NaN);
            case "boolean", "java.lang.Boolean" -> List.of(true, false);
            case "java.util.OptionalInt" -> List.of(OptionalInt.empty(), OptionalInt.of(7));
            case "java.util.OptionalLong" ->
                    List.of(OptionalLong.empty(), OptionalLong.of(Long.MAX_VALUE));
            case "[B" -> List.of(new byte[] {1, 2, 3}, new byte[0]);
            default -> throw new IllegalArgumentException("No sample of " + raw);
        };
    }

    private static List<Object> ofGeneric(ParameterizedType type) {
        List<Object> elements = of(type.getActualTypeArguments()[0]);
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == List.class) {
            return List.of(elements, List.of());
        }
        if (raw == Optional.class) {
            List<Object> all = new ArrayList<>(List.of(Optional.empty()));
            elements.forEach(element -> all.add(Optional.of(element)));
            return all;
        }
        if (raw == Map.class) {
            return List.of(Map.of("key", "value", "other", ""), Map.of());
        }
        throw new IllegalArgumentException("No sample of " + type);
    }

    /** As many as the component with the most samples has; the others repeat theirs. */
    private static List<Object> ofRecord(Class<?> type) {
        List<List<Object>> columns = new ArrayList<>();
        int count = 1;
        for (RecordComponent component : type.getRecordComponents()) {
            List<Object> column = of(component.getGenericType());
            columns.add(column);
            count = Math.max(count, column.size());
        }
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int row = i;
            all.add(
                    construct(
                            type,
                            columns.stream()
                                    .map(column -> column.get(row % column.size()))
                                    .toArray()));
        }
        return all;
    }

    private static Object construct(Class<?> type, Object[] arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No sample of " + type, e);
        }
    }
}
