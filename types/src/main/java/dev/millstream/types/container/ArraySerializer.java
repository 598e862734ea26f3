package dev.millstream.types.container;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Schema;
import dev.millstream.types.SchemaBuilder;
import dev.millstream.types.Serializer;
import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of arrays of objects. An array comes back with the declared component type, whatever class it
 * had.
 */
public final class ArraySerializer extends Serializer<@Nullable Object[]> implements Container {
    private final Class<?> component;
    private final String elementName;
    private final Serializer<Object> element;

    /**
     * @param elementName full name of the component type
     */
    public ArraySerializer(Class<?> component, String elementName, Serializer<Object> element) {
        this.component = component;
        this.elementName = elementName;
        this.element = element;
    }

    @Override
    public void write(@Nullable Object[] value, Output out) {
        boolean hasNulls = Nulls.areIn(value);
        Nulls.writeHeader(value.length, hasNulls, out);
        for (Object each : value) {
            Nulls.write(each, hasNulls, element, out);
        }
    }

    @Override
    public @Nullable Object[] read(Input in) {
        long header = Nulls.readHeader(in);
        @Nullable Object[] value = create((int) (header >>> 1));
        boolean hasNulls = (header & 1) != 0;
        for (int i = 0; i < value.length; i++) {
            value[i] = Nulls.read(hasNulls, element, in);
        }
        return value;
    }

    @Override
    public @Nullable Object[] copy(@Nullable Object[] value) {
        @Nullable Object[] copy = value.clone();
        if (!element.isImmutable()) {
            for (int i = 0; i < copy.length; i++) {
                copy[i] = Nulls.copy(copy[i], element);
            }
        }
        return copy;
    }

    private @Nullable Object[] create(int length) {
        return (@Nullable Object[]) Array.newInstance(component, length);
    }

    @Override
    public Serializer<?> withParts(List<Serializer<Object>> parts) {
        return new ArraySerializer(component, elementName, parts.getFirst());
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    protected int describe(SchemaBuilder schema) {
        return schema.type(
                Schema.Kind.ARRAY,
                elementName + "[]",
                component.arrayType().getName(),
                members -> members.add("element", element));
    }
}
