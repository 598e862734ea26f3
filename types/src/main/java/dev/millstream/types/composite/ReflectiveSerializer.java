package dev.millstream.types.composite;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same format without generated code, slower: for classes in whose place no class can be
 * defined, such as public ones of a module that isn't open.
 */
final class ReflectiveSerializer extends CompositeSerializer {
    private final List<Serializer<?>> parts;
    private final NullBits nullBits;
    private final Assembly assembly;

    ReflectiveSerializer(Composition composition, List<Serializer<?>> parts) {
        super(composition);
        this.parts = parts;
        nullBits = NullBits.of(composition.properties());
        assembly = Assembly.of(composition.shape());
    }

    @Override
    public void write(Object value, Output out) {
        @Nullable Object[] values = assembly.takeApart(value);
        for (int b = 0; b < nullBits.bytes(); b++) {
            int mask = 0;
            for (int i = 0; i < values.length; i++) {
                if (values[i] == null && nullBits.isIn(i, b)) {
                    mask |= nullBits.maskOf(i);
                }
            }
            out.writeByte(mask);
        }
        for (int i = 0; i < values.length; i++) {
            Object each = values[i];
            if (each != null) {
                part(i).write(each, out);
            }
        }
    }

    @Override
    public Object read(Input in) {
        byte[] masks = new byte[nullBits.bytes()];
        in.read(masks, 0, masks.length);
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            boolean isNull =
                    !nullBits.isPrimitive(i)
                            && (masks[nullBits.byteOf(i)] & nullBits.maskOf(i)) != 0;
            values[i] = isNull ? null : part(i).read(in);
        }
        try {
            return assembly.assemble(values);
        } catch (RuntimeException e) {
            throw refused(in, e);
        }
    }

    @Override
    public Object copy(Object value) {
        if (isImmutable()) {
            return value;
        }
        @Nullable Object[] values = assembly.takeApart(value);
        for (int i = 0; i < values.length; i++) {
            Object each = values[i];
            values[i] = each == null ? null : part(i).copy(each);
        }
        return assembly.assemble(values);
    }

    // unchecked: a part's serializer fits its property.
    @SuppressWarnings("unchecked")
    private Serializer<Object> part(int index) {
        return (Serializer<Object>) parts.get(index);
    }
}
