package dev.millstream.types.composite;

import dev.millstream.types.Input;
import dev.millstream.types.Output;
import dev.millstream.types.Serializer;
import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.model.Lookups;
import dev.millstream.types.model.Property;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same format without generated code, slower: for classes in whose place no class can be
 * defined, such as public ones of a module that isn't open.
 */
final class ReflectiveSerializer extends CompositeSerializer {
    private final Composition composition;
    private final List<Serializer<?>> parts;
    private final NullBits nullBits;
    private final MethodHandle[] getters;
    private final MethodHandle[] setters;
    private final MethodHandle constructor;

    ReflectiveSerializer(Composition composition, List<Serializer<?>> parts) {
        super(composition);
        this.composition = composition;
        this.parts = parts;
        List<Property> properties = composition.properties();
        nullBits = NullBits.of(properties);
        getters = new MethodHandle[properties.size()];
        setters = new MethodHandle[properties.size()];
        Class<?> owner = composition.shape().type().raw();
        Lookup lookup = Lookups.within(owner).orElse(MethodHandles.publicLookup());
        try {
            for (int i = 0; i < getters.length; i++) {
                getters[i] = Lookups.getter(owner, properties.get(i));
                setters[i] = setter(lookup, properties.get(i));
            }
            constructor = constructor(lookup);
        } catch (IllegalAccessException e) {
            throw new UnsupportedTypeException(
                    "Millstream can't reach into "
                            + owner.getName()
                            + ": "
                            + e.getMessage()
                            + ". Open its package in module-info.java (opens "
                            + owner.getPackageName()
                            + "), or put it on the class path instead of the module path",
                    owner.getSimpleName());
        }
    }

    // Of a record, whose constructor sets all, one that does nothing.
    private static MethodHandle setter(Lookup lookup, Property property)
            throws IllegalAccessException {
        MethodHandle setter =
                switch (property.access()) {
                    case Property.Access.Direct direct -> lookup.unreflectSetter(direct.field());
                    case Property.Access.Methods methods -> lookup.unreflect(methods.setter());
                    case Property.Access.Component component ->
                            MethodHandles.empty(
                                    MethodType.methodType(void.class, Object.class, Object.class));
                };
        return setter.asType(MethodType.methodType(void.class, Object.class, Object.class));
    }

    private MethodHandle constructor(Lookup lookup) throws IllegalAccessException {
        MethodHandle handle = lookup.unreflectConstructor(composition.shape().constructor());
        return handle.asSpreader(Object[].class, handle.type().parameterCount())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    @Override
    public void write(Object value, Output out) {
        @Nullable Object[] values = takeApart(value);
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
        @Nullable Object[] values = new @Nullable Object[getters.length];
        for (int i = 0; i < values.length; i++) {
            boolean isNull =
                    !nullBits.isPrimitive(i)
                            && (masks[nullBits.byteOf(i)] & nullBits.maskOf(i)) != 0;
            values[i] = isNull ? null : part(i).read(in);
        }
        try {
            return construct(values);
        } catch (RuntimeException e) {
            throw refused(in, e);
        }
    }

    @Override
    public Object copy(Object value) {
        if (isImmutable()) {
            return value;
        }
        @Nullable Object[] values = takeApart(value);
        for (int i = 0; i < values.length; i++) {
            Object each = values[i];
            values[i] = each == null ? null : part(i).copy(each);
        }
        return construct(values);
    }

    // unchecked: a part's serializer fits its property.
    @SuppressWarnings("unchecked")
    private Serializer<Object> part(int index) {
        return (Serializer<Object>) parts.get(index);
    }

    private @Nullable Object[] takeApart(Object value) {
        @Nullable Object[] values = new @Nullable Object[getters.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = (@Nullable Object) getters[i].invokeExact(value);
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
        return values;
    }

    private Object construct(@Nullable Object[] values) {
        try {
            if (composition.shape().isRecord()) {
                return (Object) constructor.invokeExact(values);
            }
            Object made = (Object) constructor.invokeExact(new Object[0]);
            for (int i = 0; i < values.length; i++) {
                setters[i].invokeExact(made, values[i]);
            }
            return made;
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
