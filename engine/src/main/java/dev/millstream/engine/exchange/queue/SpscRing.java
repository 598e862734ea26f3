package dev.millstream.engine.exchange.queue;

import dev.millstream.engine.exchange.element.Sized;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring between one producing and one consuming thread, after Lamport (1977): each side
 * writes only its own index. Who is which may change, if the change is ordered by other means.
 *
 * <p>Memory ordering. {@link #tail} and {@link #taken} are written by one side each, as volatile
 * writes: what was stored into a slot before {@code tail} moved is seen by whoever read {@code
 * tail}, and what the consumer did with a slot before {@code taken} moved is seen by the producer
 * that reuses it. The writes are volatile and not merely released because both sides, right after
 * moving their index, look at a flag that the other side sets before looking at that index (see
 * {@link Handover} and {@link Inbox}): store, then load of something else, must not be swapped.
 */
final class SpscRing<E extends Sized> {
    private final @Nullable Object[] slots;
    private final long maxBytes;

    /** Elements ever put in, and their bytes. Written by the producer, the bytes first. */
    private volatile long tail;

    private volatile long bytesIn;

    /** Elements ever taken out, and their bytes. Written by the consumer, the bytes first. */
    private volatile long taken;

    private volatile long bytesOut;

    SpscRing(QueueBounds bounds) {
        this.slots = new @Nullable Object[bounds.batches()];
        this.maxBytes = bounds.bytes();
    }

    /** Whether so many bytes would be accepted. By the producer: it stays true until it adds. */
    boolean hasRoom(long bytes) {
        long count = tail - taken;
        return count == 0 || (count < slots.length && bytesIn - bytesOut + bytes <= maxBytes);
    }

    /**
     * Adds an element unless every place is taken. By the producer. The bound in bytes is kept by
     * asking {@link #hasRoom} before: what is asked there may be an estimate, and less than an
     * element with its event has in the end.
     */
    boolean offer(E element) {
        long bytes = element.bytes();
        long at = tail;
        if (at - taken == slots.length) {
            return false;
        }
        slots[(int) (at % slots.length)] = element;
        long sum = bytesIn + bytes;
        bytesIn = sum;
        tail = at + 1;
        return true;
    }

    /** Takes the oldest element; null if there is none. By the consumer. */
    @Nullable E poll() {
        long at = taken;
        if (at == tail) {
            return null;
        }
        int index = (int) (at % slots.length);
        @SuppressWarnings("unchecked") // offer alone writes slots, and tail says that it has
        E element = (E) slots[index];
        slots[index] = null;
        if (element != null) {
            long sum = bytesOut + element.bytes();
            bytesOut = sum;
        }
        taken = at + 1;
        return element;
    }

    /**
     * Whether at most one in so many of the places and bytes are taken; an empty ring says yes. By
     * either side: the other one may have changed it since.
     */
    boolean isTakenAtMost(int oneIn) {
        long count = tail - taken;
        return count == 0
                || (oneIn * count <= slots.length && oneIn * (bytesIn - bytesOut) <= maxBytes);
    }

    /** Any thread may ask; exact for the consumer when true is "not now". */
    boolean isEmpty() {
        return taken == tail;
    }
}
