package dev.millstream.cli.program;

import java.lang.reflect.Proxy;

/**
 * The operating system's SIGINT. The JDK's class for it is exported, but the compiler warns of it
 * with a warning that can't be suppressed: hence by reflection.
 */
final class InterruptSignal {
    private InterruptSignal() {}

    /**
     * Calls the action at each SIGINT from now on, on a thread of the JDK's, instead of ending the
     * process. A JDK without signals keeps its own behaviour.
     */
    static void handle(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (self, method, args) -> {
                                if (method.getName().equals("handle")) {
                                    action.run();
                                }
                                return null;
                            });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException e) {
            System.getLogger(InterruptSignal.class.getName())
                    .log(System.Logger.Level.DEBUG, "No signals here", e);
        }
    }
}
