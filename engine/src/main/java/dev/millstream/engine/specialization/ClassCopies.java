package dev.millstream.engine.specialization;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

/**
 * Makes objects of copies of a class: one copy for each combination of classes that its code calls
 * through fields. The JIT profiles call sites by class, so that in a copy every such call has one
 * target and is inlined, while in a class that all share it would have many.
 *
 * <p>A combination has one copy however many subtasks, attempts and jobs use it, as their profiles
 * would be the same. A copy lives as long as the first of the classes that it was made for, thus no
 * longer than a job's class loader if that is a user's class.
 *
 * <p>A template is one final class whose calls that matter are in its own methods. It must not pass
 * {@code this} as its own type, nor capture it in a lambda, have inner classes, or be a record: a
 * copy is not an instance of its template. Frames of copies are missing from stack traces.
 * Thread-safe.
 */
public final class ClassCopies {
    private static final ClassValue<CopiesAround> COPIES =
            new ClassValue<>() {
                @Override
                protected CopiesAround computeValue(Class<?> first) {
                    return new CopiesAround();
                }
            };

    private ClassCopies() {}

    /**
     * Makes an object.
     *
     * @param template has one constructor
     * @param callees what it calls for each record; the first one, which should be the user's if
     *     there is such a one, decides how long the copy lives
     * @param arguments the constructor's
     */
    public static Object create(Class<?> template, List<?> callees, Object... arguments) {
        return create(new Template(template), callees, arguments);
    }

    /** The same for a class whose code is generated. */
    public static Object create(ClassPattern pattern, List<?> callees, Object... arguments) {
        Class<?> copy = COPIES.get(callees.getFirst().getClass()).copyOf(pattern, callees);
        Constructor<?> constructor = copy.getDeclaredConstructors()[0];
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(pattern, e);
        } catch (ReflectiveOperationException e) {
            throw failed(pattern, e);
        }
    }

    private static RuntimeException unwrapped(
            ClassPattern pattern, InvocationTargetException thrown) {
        return switch (thrown.getCause()) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> failed(pattern, thrown);
        };
    }

    private static IllegalStateException failed(ClassPattern pattern, Exception cause) {
        return new IllegalStateException(
                "A copy of " + pattern + " can't be made: it is no template", cause);
    }
}
