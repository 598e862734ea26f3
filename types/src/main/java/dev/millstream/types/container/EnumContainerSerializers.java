package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of {@link EnumSet} and {@link EnumMap} with a declared enum. */
public final class EnumContainerSerializers {
    private EnumContainerSerializers() {}

    /**
     * Of the sets of one enum.
     *
     * @param type the enum
     */
    // rawtypes, unchecked: Java has no type for an enum class that is known at run time only.
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static Serializer<?> ofSet(Class<?> type) {
        return new OfSet(type, untyped(new EnumSerializer(type)));
    }

    /**
     * Of the maps from one enum.
     *
     * @param type the enum
     * @param valueName full name of the value type
     */
    // rawtypes, unchecked: as above.
    @SuppressWarnings({"rawtypes", "unchecked"})
    public static Serializer<?> ofMap(Class<?> type, String valueName, Serializer<Object> value) {
        return new OfMap(type, untyped(new EnumSerializer(type)), valueName, value);
    }

    // unchecked: it is only given constants of its enum.
    @SuppressWarnings("unchecked")
    private static Serializer<Object> untyped(Serializer<?> serializer) {
        return (Serializer<Object>) serializer;
    }

    // unchecked: the element serializer of E gives Es.
    @SuppressWarnings("unchecked")
    private static final class OfSet<E extends Enum<E>> extends Serializer<EnumSet<E>>
            implements Container {
        private final Class<E> type;
        private final Serializer<Object> element;

        OfSet(Class<E> type, Serializer<Object> element) {
            this.type = type;
            this.element = element;
        }

        @Override
        public Serializer<?> withParts(List<Serializer<Object>> parts) {
            return new OfSet<>(type, parts.getFirst());
        }

        @Override
        public void write(EnumSet<E> value, Output out) {
            out.writeVarInt(value.size());
            for (E each : value) {
                element.write(each, out);
            }
        }

        @Override
        public EnumSet<E> read(Input in) {
            EnumSet<E> value = EnumSet.noneOf(type);
            for (int left = in.readCount(); left > 0; left--) {
                value.add((E) element.read(in));
            }
            return value;
        }

        @Override
        public EnumSet<E> copy(EnumSet<E> value) {
            return value.clone();
        }

        @Override
        public boolean isImmutable() {
            return false;
        }

        @Override
        protected int describe(SchemaBuilder schema) {
            String name = EnumSet.class.getName();
            return schema.type(
                    Schema.Kind.SET,
                    name + "<" + type.getName() + ">",
                    name,
                    members -> members.add("element", element));
        }
    }

    // unchecked: the key serializer of K gives Ks.
    @SuppressWarnings("unchecked")
    private static final class OfMap<K extends Enum<K>>
            extends Serializer<EnumMap<K, @Nullable Object>> implements Container {
        private final Class<K> type;
        private final Serializer<Object> key;
        private final String valueName;
        private final Serializer<Object> value;

        OfMap(Class<K> type, Serializer<Object> key, String valueName, Serializer<Object> value) {
            this.type = type;
            this.key = key;
            this.valueName = valueName;
            this.value = value;
        }

        @Override
        public Serializer<?> withParts(List<Serializer<Object>> parts) {
            return new OfMap<>(type, parts.getFirst(), valueName, parts.getLast());
        }

        @Override
        public void write(EnumMap<K, @Nullable Object> map, Output out) {
            out.writeVarInt(map.size());
            for (Map.Entry<K, @Nullable Object> entry : map.entrySet()) {
                key.write(entry.getKey(), out);
                Nulls.write(entry.getValue(), true, value, out);
            }
        }

        @Override
        public EnumMap<K, @Nullable Object> read(Input in) {
            EnumMap<K, @Nullable Object> map = new EnumMap<>(type);
            for (int left = in.readCount(); left > 0; left--) {
                map.put((K) key.read(in), Nulls.read(true, value, in));
            }
            return map;
        }

        @Override
        public EnumMap<K, @Nullable Object> copy(EnumMap<K, @Nullable Object> map) {
            EnumMap<K, @Nullable Object> copy = map.clone();
            copy.replaceAll((_, each) -> Nulls.copy(each, value));
            return copy;
        }

        @Override
        public boolean isImmutable() {
            return false;
        }

        @Override
        protected int describe(SchemaBuilder schema) {
            String name = EnumMap.class.getName();
            return schema.type(
                    Schema.Kind.MAP,
                    name + "<" + type.getName() + "," + valueName + ">",
                    name,
                    members -> {
                        members.add("key", key);
                        members.add("value", value);
                    });
        }
    }
}
