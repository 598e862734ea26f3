package dev.millstream.engine.exchange.element;

/** Something that takes room in a queue. */
public interface Sized {
    /** Roughly how much. Does not change. */
    long bytes();
}
