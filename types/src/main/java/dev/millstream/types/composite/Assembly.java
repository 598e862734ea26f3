package dev.millstream.types.composite;

import dev.millstream.types.UnsupportedTypeException;
import dev.millstream.types.model.Lookups;
import dev.millstream.types.model.Property;
import dev.millstream.types.model.Shape;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes objects of a class apart and puts them together, without generated code. Thread-safe. */
public final class Assembly {
    private static final MethodType SETTER =
            MethodType.methodType(void.class, Object.class, Object.class);

    private final MethodHandle[] getters;
    // Null for what the constructor takes.
    private final @Nullable MethodHandle[] setters;
    private final MethodHandle constructor;
    private final List<Integer> arguments;
    private final @Nullable Object[] zeros;

    private Assembly(Shape.Fields shape, Lookup lookup) throws IllegalAccessException {
        List<Property> properties = shape.properties();
        getters = new MethodHandle[properties.size()];
        setters = new @Nullable MethodHandle[properties.size()];
        zeros = new @Nullable Object[properties.size()];
        arguments = shape.arguments();
        for (int i = 0; i < getters.length; i++) {
            Property property = properties.get(i);
            getters[i] = Lookups.getter(shape.type().raw(), property);
            setters[i] = arguments.contains(i) ? null : setter(lookup, property);
            zeros[i] =
                    property.isPrimitive()
                            ? Array.get(Array.newInstance(property.erased(), 1), 0)
                            : null;
        }
        MethodHandle handle = lookup.unreflectConstructor(shape.constructor());
        constructor =
                handle.asSpreader(Object[].class, handle.type().parameterCount())
                        .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /**
     * Of a class.
     *
     * @throws UnsupportedTypeException if the class is in a module that doesn't let others in
     */
    public static Assembly of(Shape.Fields shape) {
        Class<?> owner = shape.type().raw();
        try {
            return new Assembly(shape, Lookups.within(owner).orElse(MethodHandles.publicLookup()));
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

    private static MethodHandle setter(Lookup lookup, Property property)
            throws IllegalAccessException {
        MethodHandle setter =
                switch (property.access()) {
                    case Property.Access.Direct direct -> lookup.unreflectSetter(direct.field());
                    case Property.Access.Methods methods -> lookup.unreflect(methods.setter());
                    case Property.Access.Component component ->
                            throw new IllegalStateException(
                                    "Only the constructor sets " + component);
                };
        return setter.asType(SETTER);
    }

    /** The values of all properties, in order. */
    @Nullable Object[] takeApart(Object value) {
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

    /** An object with a value for each property. */
    Object assemble(@Nullable Object[] values) {
        boolean[] given = new boolean[values.length];
        Arrays.fill(given, true);
        return assemble(values, given);
    }

    /**
     * An object of which not all properties are given. The others are as its constructor leaves
     * them, or 0, false or null if the constructor takes them.
     */
    public Object assemble(@Nullable Object[] values, boolean[] given) {
        @Nullable Object[] passed = new @Nullable Object[arguments.size()];
        for (int i = 0; i < passed.length; i++) {
            int property = arguments.get(i);
            passed[i] = given[property] ? values[property] : zeros[property];
        }
        try {
            Object made = (Object) constructor.invokeExact(passed);
            for (int i = 0; i < setters.length; i++) {
                MethodHandle setter = setters[i];
                if (setter != null && given[i]) {
                    setter.invokeExact(made, values[i]);
                }
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
