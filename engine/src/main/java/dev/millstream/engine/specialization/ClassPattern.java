package dev.millstream.engine.specialization;

import java.util.List;

/**
 * The code of a class, whatever it calls. Of one pattern there can be many classes, each with a
 * profile of its own. Patterns with the same code are equal. Immutable.
 */
public interface ClassPattern {
    /**
     * Defines one more class: a hidden one that has one constructor.
     *
     * @param called one of the objects of each class that it calls. Where one is as good as any
     *     other of its class it may become a constant
     */
    Class<?> define(List<?> called);

    /** The same without constants: for any objects that are called. */
    ClassPattern general();
}
