package dev.millstream.streaming.api.functions.aggregation;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Reads components of a record, each by a class of its own, which the JIT inlines. Kept as long as
 * the record's class, so that all subtasks, and all jobs that have the class, share compiled code.
 * Thread-safe.
 */
final class ComponentReaders {
    private static final ClassValue<ComponentReaders> ALL =
            new ClassValue<>() {
                @Override
                protected ComponentReaders computeValue(Class<?> owner) {
                    return new ComponentReaders();
                }
            };

    private final Map<Method, Function<Object, Object>> objects = new ConcurrentHashMap<>();
    private final Map<Method, Optional<ToLongFunction<Object>>> numbers = new ConcurrentHashMap<>();

    private ComponentReaders() {}

    /** Gives what an accessor returns. */
    static Function<Object, Object> objects(Method accessor) {
        return ALL.get(accessor.getDeclaringClass())
                .objects
                .computeIfAbsent(accessor, ComponentReaders::objectReader);
    }

    /** Gives the whole number that an accessor returns as a primitive; empty if it doesn't. */
    static Optional<ToLongFunction<Object>> numbers(Method accessor) {
        return ALL.get(accessor.getDeclaringClass())
                .numbers
                .computeIfAbsent(accessor, ComponentReaders::numberReader);
    }

    @SuppressWarnings("unchecked") // the metafactory gives what it is asked for
    private static Function<Object, Object> objectReader(Method accessor) {
        try {
            return (Function<Object, Object>)
                    reader(
                            accessor,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            MethodType.methodType(accessor.getReturnType()).wrap().returnType());
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

    @SuppressWarnings("unchecked") // as above
    private static Optional<ToLongFunction<Object>> numberReader(Method accessor) {
        Class<?> type = accessor.getReturnType();
        if (type != long.class && type != int.class && type != short.class && type != byte.class) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    (ToLongFunction<Object>)
                            reader(
                                    accessor,
                                    "applyAsLong",
                                    MethodType.methodType(ToLongFunction.class),
                                    MethodType.methodType(long.class, Object.class),
                                    long.class));
        } catch (Throwable refused) { // as above, but then as an object
            return Optional.empty();
        }
    }

    private static Object reader(
            Method accessor, String name, MethodType factory, MethodType method, Class<?> result)
            throws Throwable {
        MethodHandles.Lookup lookup =
                MethodHandles.privateLookupIn(accessor.getDeclaringClass(), MethodHandles.lookup());
        MethodHandle handle = lookup.unreflect(accessor);
        return LambdaMetafactory.metafactory(
                        lookup,
                        name,
                        factory,
                        method,
                        handle,
                        handle.type().wrap().changeReturnType(result))
                .getTarget()
                .invoke();
    }

    /** Reads by reflection. */
    static Object read(Method accessor, Object owner) throws Exception {
        try {
            return accessor.invoke(owner);
        } catch (InvocationTargetException failure) {
            throw thrown(failure);
        }
    }

    /** What the user's code has thrown. */
    static Exception thrown(InvocationTargetException failure) {
        return failure.getCause() instanceof Exception cause ? cause : failure;
    }
}
