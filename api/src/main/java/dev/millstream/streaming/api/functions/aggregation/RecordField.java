package dev.millstream.streaming.api.functions.aggregation;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A component of a record.
 *
 * @param accessors of all components, in order
 * @param constructor the canonical one
 * @param position from 0
 * @param getter reads the component: the accessor by a class of its own, which the JIT inlines
 */
record RecordField(
        List<Method> accessors,
        Constructor<?> constructor,
        int position,
        Function<Object, Object> getter)
        implements Field {
    static RecordField of(Class<?> owner, int position) {
        RecordComponent[] components = owner.getRecordComponents();
        List<Method> accessors = new ArrayList<>();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            accessors.add(accessor);
            types[i] = components[i].getType();
        }
        try {
            Constructor<?> constructor = owner.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordField(
                    accessors, constructor, position, getter(accessors.get(position)));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(owner + " lacks its canonical constructor", impossible);
        }
    }

    @Override
    public Class<?> type() {
        return Field.boxed(accessors.get(position).getReturnType());
    }

    @Override
    public Object get(Object owner) throws Exception {
        return Field.present(
                owner.getClass(), accessors.get(position).getName(), getter.apply(owner));
    }

    @Override
    public Object with(Object owner, Object value) throws Exception {
        Object[] arguments = new Object[accessors.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == position ? value : read(accessors.get(i), owner);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failure) {
            throw thrown(failure);
        }
    }

    @SuppressWarnings("unchecked") // the metafactory gives what it is asked for
    private static Function<Object, Object> getter(Method accessor) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(
                            accessor.getDeclaringClass(), MethodHandles.lookup());
            MethodHandle handle = lookup.unreflect(accessor);
            return (Function<Object, Object>)
                    LambdaMetafactory.metafactory(
                                    lookup,
                                    "apply",
                                    MethodType.methodType(Function.class),
                                    MethodType.methodType(Object.class, Object.class),
                                    handle,
                                    handle.type().wrap())
                            .getTarget()
                            .invokeExact();
        } catch (Throwable refused) { // a package that isn't open, and the like: then by reflection
            return owner -> {
                try {
                    return read(accessor, owner);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(
                            accessor.getName() + " of a record has thrown", e);
                }
            };
        }
    }

    private static Object read(Method accessor, Object owner) throws Exception {
        try {
            return accessor.invoke(owner);
        } catch (InvocationTargetException failure) {
            throw thrown(failure);
        }
    }

    /** What the user's code has thrown. */
    private static Exception thrown(InvocationTargetException failure) {
        return failure.getCause() instanceof Exception cause ? cause : failure;
    }
}
