package dev.millstream.types.closure;

import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest way from an object to one that is not serializable, over fields, elements and
 * what lambdas capture.
 */
final class UnserializablePath {
    private static final int MAX_OBJECTS = 100_000;

    private final Deque<Step> open = new ArrayDeque<>();
    // By identity, and never iterated.
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Step(Object object, String path) {}

    private UnserializablePath() {}

    static Optional<String> find(Object root) {
        UnserializablePath search = new UnserializablePath();
        search.add(root, root.getClass().getSimpleName());
        return search.run();
    }

    private Optional<String> run() {
        while (!open.isEmpty() && seen.size() < MAX_OBJECTS) {
            Step step = open.remove();
            if (!(step.object() instanceof Serializable)) {
                return Optional.of(step.path() + " (" + step.object().getClass().getName() + ")");
            }
            visit(step.object(), step.path());
        }
        return Optional.empty();
    }

    private void add(@Nullable Object object, String path) {
        if (object != null && seen.add(object)) {
            open.add(new Step(object, path));
        }
    }

    private void visit(Object object, String path) {
        switch (object) {
            case Object[] array -> {
                for (int i = 0; i < array.length; i++) {
                    add(Array.get(array, i), path + "[" + i + "]");
                }
            }
            case Collection<?> collection -> {
                int i = 0;
                for (Object element : collection) {
                    add(element, path + "[" + i++ + "]");
                }
            }
            case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        add(key, path + "[key " + key + "]");
                        add(value, path + "[" + key + "]");
                    });
            default -> visitObject(object, path);
        }
    }

    private void visitObject(Object object, String path) {
        SerializedLambda lambda = lambdaOf(object);
        if (lambda != null) {
            for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
                add(
                        lambda.getCapturedArg(i),
                        "lambda in "
                                + lambda.getImplClass().replace('/', '.')
                                + ", what it captures as number "
                                + (i + 1));
            }
            return;
        }
        for (Class<?> level = object.getClass(); level != null; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                visitField(object, field, path);
            }
        }
    }

    private void visitField(Object object, Field field, String path) {
        boolean written =
                !Modifier.isStatic(field.getModifiers())
                        && !Modifier.isTransient(field.getModifiers())
                        && !field.getType().isPrimitive();
        // Fields of the JDK's classes stay closed: trySetAccessible says so.
        if (written && field.trySetAccessible()) {
            try {
                String name =
                        field.getName().startsWith("this$")
                                ? "the enclosing object"
                                : field.getName();
                add(field.get(object), path + "." + name);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("An accessible field isn't", e);
            }
        }
    }

    private static @Nullable SerializedLambda lambdaOf(Object object) {
        if (!object.getClass().isHidden()) {
            return null;
        }
        try {
            Method replace = object.getClass().getDeclaredMethod("writeReplace");
            return replace.trySetAccessible()
                            && replace.invoke(object) instanceof SerializedLambda lambda
                    ? lambda
                    : null;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
