package dev.millstream.engine.operator;

/** An operator's second input; the first is {@link Output#process}. */
@FunctionalInterface
public interface SecondInput {
    /** See {@link Output#process}. */
    void processSecond(Object value, long timestamp);
}
