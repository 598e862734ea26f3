package dev.millstream.engine.exchange.queue;

/**
 * How much one channel may hold.
 *
 * @param batches at least 1
 * @param bytes of all batches together; a batch larger than that may be alone in the queue
 */
public record QueueBounds(int batches, long bytes) {
    public QueueBounds {
        if (batches < 1) {
            throw new IllegalArgumentException("A queue of " + batches + " batches");
        }
    }
}
