package dev.millstream.engine.exchange.queue;

import dev.millstream.platform.lane.TaskThread;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The ready-list of a gate: which of its members have something to be looked at. Any thread adds
 * members, one task thread takes them, in order. Each member is in it at most once, so it is a ring
 * that can't overflow.
 *
 * <p>Memory ordering. A producer puts its element into its channel, then adds the channel here
 * unless the channel's flag says that it is here already; the consumer clears the flag, then looks
 * at the channel again. Likewise the consumer sets {@link #idle}, then looks here again, before it
 * goes to sleep; a producer adds, then looks at {@code idle}. All of these are volatile, hence in
 * one total order: at least one side sees the other, and nothing is left lying.
 *
 * <p>Slots are reused safely: of any {@code n + 1} additions in a row, two are of the same member,
 * and between them it was taken, thus all that was before it.
 *
 * @param <M> member
 */
public final class Inbox<M extends Inbox.Member> {
    /** A source of input that can be ready. */
    public abstract static class Member {
        /** Whether it is in the inbox, or has just been taken from it. */
        final AtomicBoolean listed = new AtomicBoolean();

        /** Whether there is more to take. Called by the consumer. */
        protected abstract boolean hasMore();
    }

    private final AtomicReferenceArray<@Nullable M> slots;
    private final AtomicLong tail = new AtomicLong();
    private final TaskThread consumer;

    /** By the consumer only. */
    private long head;

    /** True: the consumer has found nothing, and must be signalled. */
    private final AtomicBoolean idle = new AtomicBoolean();

    /**
     * @param members how many there are
     * @param consumer signalled when something is added after {@link #poll} found nothing
     */
    public Inbox(int members, TaskThread consumer) {
        this.slots = new AtomicReferenceArray<>(Math.max(1, members));
        this.consumer = consumer;
    }

    /** Says that a member has something to take, and wakes the consumer. From any thread. */
    public void ready(M member) {
        list(member);
        wake();
    }

    /**
     * Says that a member has something to take, but lets the consumer sleep: {@link #ready} must
     * follow. From any thread.
     */
    public void list(M member) {
        if (!member.listed.get() && member.listed.compareAndSet(false, true)) {
            add(member);
        }
    }

    private void add(M member) {
        slots.set((int) (tail.getAndIncrement() % slots.length()), member);
    }

    private void wake() {
        if (idle.get() && idle.compareAndSet(true, false)) {
            consumer.signal();
        }
    }

    /**
     * The member that is next; null if none is ready, and then the consumer is signalled as soon as
     * one is. {@link #release} it before the next call. By the consumer.
     */
    public @Nullable M poll() {
        M member = pollOnce();
        if (member != null) {
            return member;
        }
        idle.set(true);
        member = pollOnce();
        if (member != null) {
            idle.set(false);
        }
        return member;
    }

    private @Nullable M pollOnce() {
        int index = (int) (head % slots.length());
        M member = slots.get(index);
        if (member != null) {
            slots.set(index, null);
            head++;
        }
        return member;
    }

    /** Lets a member that was polled go, whether or not it has more. By the consumer. */
    public void unlist(M member) {
        member.listed.set(false);
    }

    /** Puts a member that was polled back, behind the others, if it has more. By the consumer. */
    public void release(M member) {
        if (member.hasMore()) {
            add(member);
            return;
        }
        unlist(member);
        if (member.hasMore()) {
            ready(member);
        }
    }
}
