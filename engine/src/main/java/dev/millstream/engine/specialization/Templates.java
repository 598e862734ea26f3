package dev.millstream.engine.specialization;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** Defines copies of classes, and keeps their number within bounds. Thread-safe. */
final class Templates {
    /** So many copies may be alive; beyond that, templates are used themselves. */
    private static final int MOST_ALIVE = 8_192;

    private static final ClassValue<byte[]> BYTES =
            new ClassValue<>() {
                @Override
                protected byte[] computeValue(Class<?> template) {
                    return read(template);
                }
            };

    /** Guarded by this class's monitor; those that were unloaded are found out when it is full. */
    private static final List<WeakReference<Class<?>>> ALIVE = new ArrayList<>();

    private Templates() {}

    /** A hidden class with the template's code, or the template itself if there are too many. */
    static Class<?> copy(Class<?> template) {
        if (!hasRoom()) {
            return template;
        }
        try {
            Class<?> copy =
                    MethodHandles.privateLookupIn(template, MethodHandles.lookup())
                            .defineHiddenClass(BYTES.get(template), false, ClassOption.NESTMATE)
                            .lookupClass();
            remember(copy);
            return copy;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "A copy of " + template.getName() + " can't be defined", e);
        }
    }

    private static synchronized boolean hasRoom() {
        if (ALIVE.size() >= MOST_ALIVE) {
            ALIVE.removeIf(copy -> copy.get() == null);
        }
        return ALIVE.size() < MOST_ALIVE;
    }

    private static synchronized void remember(Class<?> copy) {
        ALIVE.add(new WeakReference<>(copy));
    }

    /** How many copies have not been unloaded. */
    static synchronized int alive() {
        ALIVE.removeIf(copy -> copy.get() == null);
        return ALIVE.size();
    }

    private static byte[] read(Class<?> template) {
        String name = template.getName();
        String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = template.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The bytes of " + name + " aren't found");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The bytes of " + name + " can't be read", e);
        }
    }
}
