package dev.millstream.platform.mark;

/**
 * Told when an interesting state is reached, so that a long simulation can show that it reaches all
 * of them. Thread-safe; free in production.
 */
@FunctionalInterface
public interface Marks {
    /** Ignores all marks. */
    Marks NONE = name -> {};

    /**
     * Says that the state was reached.
     *
     * @param name dotted, constant, for example {@code exchange.credit.exhausted}
     */
    void sometimes(String name);
}
