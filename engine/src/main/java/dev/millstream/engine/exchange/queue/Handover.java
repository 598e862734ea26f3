package dev.millstream.engine.exchange.queue;

import dev.millstream.engine.exchange.element.Sized;
import dev.millstream.engine.exchange.failure.PartitionFailedException;
import dev.millstream.platform.lane.TaskThread;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue of one channel, between the thread that produces and the thread that consumes.
 * The consuming side makes it and can close it; what is inside is then dropped, and the producer
 * gets an exception.
 *
 * <p>Memory ordering. A producer that finds no room sets {@link #producerWaits}, looks again, and
 * only then waits; the consumer takes an element, then looks at the flag. A consumer that closes
 * sets {@link #closed}, then empties the ring; a producer adds, then looks at {@code closed} and
 * empties the ring itself if it must. The flags and the ring's indices are volatile, so at least
 * one side sees the other: no lost wake-up, and nothing stays counted.
 *
 * @param <E> what is handed over
 */
public final class Handover<E extends Sized> {
    /**
     * A consumer sleeps on until one in four places is taken, a producer until one in two is free:
     * each wake-up is for several elements, and the other side has enough to do until it is over.
     */
    private static final int ONE_IN_FOUR = 4;

    private static final int ONE_IN_TWO = 2;

    private final SpscRing<E> ring;
    private final Tally tally;
    private final Tally.Kind kind;
    private final Arrivals arrivals;

    /** Whether the consumer may sleep though something was put in. By the producer only. */
    private boolean unpressed;

    private volatile boolean producerWaits;

    /** Why the producer shall write no more. */
    private volatile @Nullable PartitionFailedException refused;

    /** Whether the consumer will take no more. */
    private volatile boolean closed;

    /** Set once by the producer before it first waits; read after {@link #producerWaits}. */
    private volatile @Nullable TaskThread producer;

    /**
     * @param kind as what elements are counted
     * @param arrivals told of each element
     */
    public Handover(QueueBounds bounds, Tally tally, Tally.Kind kind, Arrivals arrivals) {
        this.ring = new SpscRing<>(bounds);
        this.tally = tally;
        this.kind = kind;
        this.arrivals = arrivals;
    }

    /** Whom to signal when room appears. By the producer, before anything else. */
    public void connect(TaskThread producingThread) {
        producer = producingThread;
    }

    /**
     * Whether so many bytes would be accepted: it stays so until the producer adds something. By
     * the producer.
     *
     * @throws PartitionFailedException if the queue was closed, or the producer is refused
     */
    public boolean hasRoom(long bytes) {
        PartitionFailedException reason = refused;
        if (reason != null) {
            throw reason;
        }
        return ring.hasRoom(bytes);
    }

    /**
     * Announces that the producer is about to wait for room, so that it will be signalled. It must
     * look once more before it waits.
     */
    public void announceWait() {
        producerWaits = true;
    }

    /**
     * Hands an element over. By the producer. When the consumer has closed the queue, the element
     * is dropped in silence; the next {@link #hasRoom} says so.
     *
     * @return false if every place is taken; never after {@link #hasRoom} has said that there is
     *     room
     */
    public boolean offer(E element) {
        return offer(element, true);
    }

    private boolean offer(E element, boolean pressing) {
        tally.add(kind, 1);
        tally.add(Tally.Kind.BYTES, element.bytes());
        if (!ring.offer(element)) {
            uncount(element);
            return false;
        }
        if (closed) {
            drain();
        } else {
            boolean wakes = pressing || !ring.isTakenAtMost(ONE_IN_FOUR);
            unpressed = !wakes;
            arrivals.arrived(wakes);
        }
        return true;
    }

    /**
     * {@link #offer} after {@link #hasRoom} has said that there is room. By the producer.
     *
     * @throws IllegalStateException if there is none: nothing may get lost in silence
     */
    public void put(E element) {
        put(element, true);
    }

    /**
     * The same, but a consumer that sleeps is woken only when there is enough to wake for. The
     * producer must {@link #press} in time.
     */
    public void putAtLeisure(E element) {
        put(element, false);
    }

    private void put(E element, boolean pressing) {
        if (!offer(element, pressing)) {
            throw new IllegalStateException("A batch was handed over, but the queue is full");
        }
    }

    /** Wakes the consumer if it sleeps though it was given something. By the producer. */
    public void press() {
        if (unpressed) {
            unpressed = false;
            arrivals.arrived(true);
        }
    }

    /** Takes the oldest element; null if there is none. By the consumer, not after closing. */
    public @Nullable E poll() {
        E element = ring.poll();
        if (element != null) {
            uncount(element);
            signalProducer();
        }
        return element;
    }

    private void signalProducer() {
        if (producerWaits && ring.isTakenAtMost(ONE_IN_TWO)) {
            producerWaits = false;
            TaskThread waiting = producer;
            if (waiting != null) {
                waiting.signal();
            }
        }
    }

    /** Whether there is nothing to take. */
    public boolean isEmpty() {
        return ring.isEmpty();
    }

    /** Makes the producer fail with its next element; what is inside stays. From any thread. */
    public void refuse(PartitionFailedException reason) {
        if (refused == null) {
            refused = reason;
        }
        TaskThread waiting = producer;
        if (waiting != null) {
            waiting.signal();
        }
    }

    /** Drops all that is inside or still comes. By the consumer; idempotent. */
    public void close(PartitionFailedException reason) {
        refuse(reason);
        closed = true;
        drain();
    }

    /**
     * Empties the ring after closing. Either side may come here, so the part of the consumer is
     * passed on under a lock; it is never held while waiting.
     */
    private synchronized void drain() {
        for (E element = ring.poll(); element != null; element = ring.poll()) {
            uncount(element);
        }
    }

    private void uncount(E element) {
        tally.add(kind, -1);
        tally.add(Tally.Kind.BYTES, -element.bytes());
    }
}
