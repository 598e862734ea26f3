package dev.millstream.types.evolution;

import dev.millstream.types.CorruptDataException;
import dev.millstream.types.Schema;
import dev.millstream.types.Schema.Kind;
import dev.millstream.types.Schema.Member;
import dev.millstream.types.Schema.TypeNode;
import dev.millstream.types.Serializer;
import dev.millstream.types.container.CollectionKind;
import dev.millstream.types.container.CollectionSerializer;
import dev.millstream.types.container.MapKind;
import dev.millstream.types.container.MapSerializer;
import dev.millstream.types.container.OptionalSerializer;
import dev.millstream.types.leaf.LeafSerializers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is of no use any more, from its schema alone: its classes need not be there. For one
 * thread; what it gives is for all.
 */
final class Dropped {
    private static final int MAX_DEPTH = 500;

    private final Schema written;
    private final Serializer<Object> dynamic;
    private final Map<Integer, LateReader> readers = new HashMap<>();
    private int depth;

    /**
     * @param dynamic reads values of unknown class
     */
    Dropped(Schema written, Serializer<Object> dynamic) {
        this.written = written;
        this.dynamic = new DroppedReaders.Unknown(dynamic);
    }

    /** Reads, and gives something that isn't null. */
    Serializer<Object> type(int type) {
        LateReader known = readers.get(type);
        if (known != null) {
            return known.direct();
        }
        if (++depth > MAX_DEPTH) {
            throw new CorruptDataException("A schema whose types are nested too deeply");
        }
        LateReader late = new LateReader();
        readers.put(type, late);
        late.complete(build(written.types().get(type)));
        depth--;
        return late.direct();
    }

    private Serializer<Object> build(TypeNode type) {
        return switch (type.kind()) {
            case LEAF -> leaf(type.name());
            case RECORD, POJO -> fields(type);
            case ENUM -> leaf("java.lang.String");
            case SEALED -> {
                Map<Integer, Serializer<Object>> byTag = new HashMap<>();
                for (Member subtype : type.members()) {
                    byTag.put(subtype.id(), type(subtype.type()));
                }
                yield new TaggedReader(type.name(), byTag, dynamic);
            }
            case DYNAMIC -> dynamic;
            case ARRAY, LIST, QUEUE, SET -> elements(type);
            case MAP -> entries(type);
            case OPTIONAL -> untyped(new OptionalSerializer("", only(type)));
            case OPEN -> new OtherReader(Step.Way.WAS_OPEN, only(type), dynamic);
            case FOREIGN -> new DroppedReaders.Framed();
        };
    }

    private Serializer<Object> only(TypeNode type) {
        return part(type, 0);
    }

    private Serializer<Object> part(TypeNode type, int index) {
        if (index >= type.members().size()) {
            throw new CorruptDataException(
                    "A schema in which "
                            + type.name()
                            + " has "
                            + type.members().size()
                            + " parts");
        }
        return type(type.members().get(index).type());
    }

    private Serializer<Object> fields(TypeNode type) {
        boolean[] primitive = new boolean[type.members().size()];
        List<Serializer<Object>> readers = new ArrayList<>();
        for (int i = 0; i < primitive.length; i++) {
            primitive[i] = isPrimitive(type.members().get(i).type());
            readers.add(part(type, i));
        }
        return new DroppedReaders.Fields(primitive, readers);
    }

    /** Whether a field of this type is written without a bit for null. */
    boolean isPrimitive(int type) {
        TypeNode node = written.types().get(type);
        return node.kind() == Kind.LEAF && LeafConversions.isPrimitive(node.name());
    }

    private Serializer<Object> elements(TypeNode type) {
        return type.name().equals(Containers.ENUM_SET)
                ? new DroppedReaders.EnumSets(only(type))
                : untyped(new CollectionSerializer(CollectionKind.ARRAY_LIST, "", only(type)));
    }

    private Serializer<Object> entries(TypeNode type) {
        return type.name().equals(Containers.ENUM_MAP)
                ? new DroppedReaders.EnumMaps(part(type, 0), part(type, 1))
                : untyped(new MapSerializer(MapKind.HASH_MAP, "", part(type, 0), part(type, 1)));
    }

    /** Of a type with a format of its own. */
    Serializer<Object> leaf(String name) {
        Class<?> type = classOf(name);
        Serializer<?> serializer = type == null ? null : LeafSerializers.of(type);
        if (serializer == null) {
            throw new CorruptDataException("A schema with an unknown type " + name);
        }
        return untyped(serializer);
    }

    private static @Nullable Class<?> classOf(String name) {
        try {
            Class<?> primitive = Class.forPrimitiveName(name);
            return primitive != null
                    ? primitive
                    : Class.forName(name, false, ClassLoader.getPlatformClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    // unchecked: nobody looks at what it reads.
    @SuppressWarnings("unchecked")
    private static Serializer<Object> untyped(Serializer<?> serializer) {
        return (Serializer<Object>) serializer;
    }
}
