package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of maps, whose entries come back in the order in which they were iterated. */
public final class MapSerializer extends Serializer<Map<@Nullable Object, @Nullable Object>>
        implements Container {
    private final MapKind kind;
    private final String argumentNames;
    private final Serializer<Object> key;
    private final Serializer<Object> value;

    /**
     * @param argumentNames full names of key and value type
     */
    public MapSerializer(
            MapKind kind, String argumentNames, Serializer<Object> key, Serializer<Object> value) {
        this.kind = kind;
        this.argumentNames = argumentNames;
        this.key = key;
        this.value = value;
    }

    @Override
    public void write(Map<@Nullable Object, @Nullable Object> map, Output out) {
        kind.check(map);
        // Arrays, so that the numbers of keys and values agree whatever happens to the map.
        Map.Entry<?, ?>[] entries = map.entrySet().toArray(new Map.Entry<?, ?>[0]);
        boolean hasNulls = false;
        for (Map.Entry<?, ?> entry : entries) {
            hasNulls |= entry.getKey() == null || entry.getValue() == null;
        }
        Nulls.writeHeader(entries.length, hasNulls, out);
        for (Map.Entry<?, ?> entry : entries) {
            Nulls.write(entry.getKey(), hasNulls, key, out);
            Nulls.write(entry.getValue(), hasNulls, value, out);
        }
    }

    @Override
    public Map<@Nullable Object, @Nullable Object> read(Input in) {
        long header = Nulls.readHeader(in);
        int size = (int) (header >>> 1);
        boolean hasNulls = (header & 1) != 0;
        Map<@Nullable Object, @Nullable Object> map = kind.create(size);
        for (int i = 0; i < size; i++) {
            Object nextKey = Nulls.read(hasNulls, key, in);
            Object nextValue = Nulls.read(hasNulls, value, in);
            put(map, nextKey, nextValue, in);
        }
        return map;
    }

    private void put(
            Map<@Nullable Object, @Nullable Object> map,
            @Nullable Object nextKey,
            @Nullable Object nextValue,
            Input in) {
        try {
            map.put(nextKey, nextValue);
        } catch (RuntimeException e) {
            throw in.corrupt("an entry that a " + kind.type().getSimpleName() + " refuses", e);
        }
    }

    @Override
    public Map<@Nullable Object, @Nullable Object> copy(
            Map<@Nullable Object, @Nullable Object> map) {
        kind.check(map);
        Map<@Nullable Object, @Nullable Object> copy = kind.create(map.size());
        for (Map.Entry<@Nullable Object, @Nullable Object> entry : map.entrySet()) {
            copy.put(Nulls.copy(entry.getKey(), key), Nulls.copy(entry.getValue(), value));
        }
        return copy;
    }

    @Override
    public Serializer<?> withParts(List<Serializer<Object>> parts) {
        return new MapSerializer(kind, argumentNames, parts.getFirst(), parts.getLast());
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        String name = kind.type().getName();
        return schema.type(
                Schema.Kind.MAP,
                name + "<" + argumentNames + ">",
                name,
                members -> {
                    members.add("key", key);
                    members.add("value", value);
                });
    }
}
