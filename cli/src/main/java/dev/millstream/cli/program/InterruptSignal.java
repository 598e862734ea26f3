package dev.millstream.cli.program;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's SIGINT. The JDK's class for it is exported, but the compiler warns of it
 * with a warning that can't be suppressed: hence by reflection.
 */
final class InterruptSignal implements AutoCloseable {
    /** What handled it before; null in a JDK without signals. */
    private final @Nullable Object before;

    private InterruptSignal(@Nullable Object before) {
        this.before = before;
    }

    /**
     * Calls an action at each SIGINT, on a thread of the JDK's, instead of ending the process,
     * until it is closed. A JDK without signals keeps its own behaviour.
     */
    static InterruptSignal handle(Runnable action) {
        try {
            Class<?> type = Class.forName("sun.misc.SignalHandler");
            Object handler =
                    Proxy.newProxyInstance(
                            type.getClassLoader(),
                            new Class<?>[] {type},
                            (_, method, _) -> {
                                if (method.getName().equals("handle")) {
                                    action.run();
                                }
                                return null;
                            });
            return new InterruptSignal(install(handler));
        } catch (ReflectiveOperationException e) {
            return new InterruptSignal(null);
        }
    }

    /** Returns what handled it before. */
    private static Object install(Object handler) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Method handle = signal.getMethod("handle", signal, Class.forName("sun.misc.SignalHandler"));
        return handle.invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler);
    }

    @Override
    public void close() {
        if (before != null) {
            try {
                install(before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("What was installed once can be again", e);
            }
        }
    }
}
