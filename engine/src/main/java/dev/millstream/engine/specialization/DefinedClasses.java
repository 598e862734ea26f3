package dev.millstream.engine.specialization;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Defines classes, and keeps their number within bounds. Thread-safe. */
final class DefinedClasses {
    /** So many may be alive; beyond that, there is one for all of a pattern. */
    private static final int MOST_ALIVE = 8_192;

    /** Guarded by this class's monitor; those that were unloaded are found out when it is full. */
    private static final List<WeakReference<Class<?>>> ALIVE = new ArrayList<>();

    /** Guarded by this class's monitor. */
    private static final Map<ClassPattern, Class<?>> SHARED = new HashMap<>();

    private DefinedClasses() {}

    static Class<?> define(ClassPattern pattern, List<?> called) {
        if (!hasRoom()) {
            return shared(pattern.general());
        }
        Class<?> defined = pattern.define(called);
        remember(defined);
        return defined;
    }

    private static synchronized boolean hasRoom() {
        if (ALIVE.size() >= MOST_ALIVE) {
            ALIVE.removeIf(defined -> defined.get() == null);
        }
        return ALIVE.size() < MOST_ALIVE;
    }

    private static synchronized Class<?> shared(ClassPattern pattern) {
        return SHARED.computeIfAbsent(pattern, general -> general.define(List.of()));
    }

    private static synchronized void remember(Class<?> defined) {
        ALIVE.add(new WeakReference<>(defined));
    }

    /** How many have not been unloaded, those aside that are there for all. */
    static synchronized int alive() {
        ALIVE.removeIf(defined -> defined.get() == null);
        return ALIVE.size();
    }
}
