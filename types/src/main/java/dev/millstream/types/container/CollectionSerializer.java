package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of lists, sets and queues, which come back in the order in which they were iterated. */
public final class CollectionSerializer extends Serializer<Collection<@Nullable Object>>
        implements Container {
    private static final Class<?> SHORT_IMMUTABLE = List.of(1).getClass();
    private static final Class<?> LONG_IMMUTABLE = List.of(1, 2, 3).getClass();

    private final CollectionKind kind;
    private final String elementName;
    private final Serializer<Object> element;

    /**
     * @param elementName full name of the element type
     */
    public CollectionSerializer(
            CollectionKind kind, String elementName, Serializer<Object> element) {
        this.kind = kind;
        this.elementName = elementName;
        this.element = element;
    }

    @Override
    public void write(Collection<@Nullable Object> value, Output out) {
        kind.check(value);
        @Nullable Object[] elements = value.toArray();
        boolean hasNulls = Nulls.areIn(elements);
        Nulls.writeHeader(elements.length, hasNulls, out);
        for (Object each : elements) {
            Nulls.write(each, hasNulls, element, out);
        }
    }

    @Override
    public Collection<@Nullable Object> read(Input in) {
        long header = Nulls.readHeader(in);
        int size = (int) (header >>> 1);
        boolean hasNulls = (header & 1) != 0;
        Collection<@Nullable Object> value = kind.create(size, hasNulls);
        for (int i = 0; i < size; i++) {
            Object next = Nulls.read(hasNulls, element, in);
            add(value, next, in);
        }
        return value;
    }

    private void add(Collection<@Nullable Object> value, @Nullable Object next, Input in) {
        try {
            value.add(next);
        } catch (RuntimeException e) {
            throw in.corrupt("an element that a " + kind.type().getSimpleName() + " refuses", e);
        }
    }

    @Override
    public Collection<@Nullable Object> copy(Collection<@Nullable Object> value) {
        if (element.isImmutable() && isUnmodifiable(value.getClass())) {
            return value;
        }
        kind.check(value);
        @Nullable Object[] elements = value.toArray();
        Collection<@Nullable Object> copy = kind.create(elements.length, Nulls.areIn(elements));
        for (Object each : elements) {
            copy.add(Nulls.copy(each, element));
        }
        return copy;
    }

    private boolean isUnmodifiable(Class<?> type) {
        return kind == CollectionKind.ARRAY_LIST
                && (type == SHORT_IMMUTABLE || type == LONG_IMMUTABLE);
    }

    @Override
    public Serializer<?> withParts(List<Serializer<Object>> parts) {
        return new CollectionSerializer(kind, elementName, parts.getFirst());
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        String name = kind.type().getName();
        return schema.type(
                kind.schemaKind(),
                name + "<" + elementName + ">",
                name,
                members -> members.add("element", element));
    }
}
