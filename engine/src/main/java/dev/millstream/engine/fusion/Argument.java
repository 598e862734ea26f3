package dev.millstream.engine.fusion;

import dev.millstream.api.common.functions.Function;
import dev.millstream.api.common.typeinfo.LambdaSignature;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the class to which a function casts the record that it is given: compilers do so for each
 * method of a generic interface, in the lambda's class or in a bridge method. Whatever comes is of
 * that class, or fails.
 */
final class Argument {
    private Argument() {}

    /** {@code Object} if nothing is known. */
    static Class<?> typeOf(StepKind kind, Function function) {
        return LambdaSignature.of(function)
                .<Class<?>>map(lambda -> lambda.parameterType(0).orElse(Object.class))
                .orElseGet(() -> declared(kind.method(), function.getClass()));
    }

    private static Class<?> declared(String name, Class<?> type) {
        for (Class<?> level = type; level != null; level = level.getSuperclass()) {
            List<Method> bridges = new ArrayList<>();
            List<Method> others = new ArrayList<>();
            for (Method method : level.getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    (method.isBridge() ? bridges : others).add(method);
                }
            }
            if (!bridges.isEmpty() || !others.isEmpty()) {
                // More than one of a kind: it isn't certain which one is called.
                return bridges.size() == 1 && others.size() == 1 && isPlain(others.getFirst())
                        ? others.getFirst().getParameterTypes()[0]
                        : Object.class;
            }
        }
        return Object.class;
    }

    private static boolean isPlain(Method method) {
        return method.getParameterCount() > 0;
    }
}
