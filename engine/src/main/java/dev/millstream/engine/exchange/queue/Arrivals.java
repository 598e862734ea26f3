package dev.millstream.engine.exchange.queue;

/** Is told of elements that were put into a queue. */
@FunctionalInterface
public interface Arrivals {
    /**
     * Something was put in. On the producer's thread.
     *
     * @param pressing whether a consumer that sleeps is to be woken for it; if not, it will be soon
     */
    void arrived(boolean pressing);
}
