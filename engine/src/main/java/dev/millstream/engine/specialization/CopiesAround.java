package dev.millstream.engine.specialization;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The copies that were made for one class that they call, with whatever else they call. */
final class CopiesAround {
    /** Beyond this the oldest copy is forgotten, and made anew if it is wanted again. */
    private static final int MOST = 64;

    /** Guarded by this object's monitor. */
    private final List<Entry> entries = new ArrayList<>();

    synchronized Class<?> copyOf(ClassPattern pattern, List<?> callees) {
        for (Entry entry : entries) {
            if (entry.isFor(pattern, callees)) {
                return entry.copy();
            }
        }
        Class<?> copy = DefinedClasses.define(pattern, callees);
        entries.removeIf(Entry::isDead);
        if (entries.size() == MOST) {
            entries.removeFirst();
        }
        entries.add(new Entry(pattern, classesOf(callees), copy));
        return copy;
    }

    private static List<WeakReference<Class<?>>> classesOf(List<?> callees) {
        List<WeakReference<Class<?>>> classes = new ArrayList<>();
        for (Object callee : callees) {
            classes.add(new WeakReference<>(callee.getClass()));
        }
        return classes;
    }

    /** What it calls is held weakly, so that no user's class is kept because of another one. */
    private record Entry(
            ClassPattern pattern, List<WeakReference<Class<?>>> callees, Class<?> copy) {
        boolean isFor(ClassPattern wanted, List<?> objects) {
            if (!pattern.equals(wanted) || callees.size() != objects.size()) {
                return false;
            }
            for (int i = 0; i < objects.size(); i++) {
                if (callees.get(i).get() != objects.get(i).getClass()) {
                    return false;
                }
            }
            return true;
        }

        boolean isDead() {
            return callees.stream().anyMatch(callee -> callee.get() == null);
        }
    }
}
