package dev.millstream.engine.thread;

import dev.millstream.platform.lane.TaskThread;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Hands work from other threads over to a task's thread, in order. Thread-safe: with {@link Ending}
 * the only object of a task that other threads touch.
 *
 * <p>It has no bound of its own, as all who write to it are bounded: the answers to a reader's
 * split requests are as many as it has under way, results of blocking calls as many as were
 * submitted, a failure is put once, and events between enumerator and readers and requests of
 * readers come one by one through the JobMaster's mailbox.
 */
public final class Mailbox {
    private static final VarHandle MAIL;

    static {
        try {
            MAIL = MethodHandles.lookup().findVarHandle(Mailbox.class, "mail", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Object lock = new Object();
    private final ArrayDeque<Mail> queue = new ArrayDeque<>();
    private @Nullable TaskThread thread;
    private boolean closed;

    /** Written under the lock; volatile, as the task's thread looks at it between records. */
    @SuppressWarnings("UnusedVariable") // read through MAIL
    private volatile boolean mail;

    /** Names the thread that reads. Called once, by that thread, before it first waits. */
    public void bind(TaskThread reader) {
        synchronized (lock) {
            thread = reader;
        }
    }

    /** Queues the mail and wakes the task's thread. Dropped once the mailbox is closed. */
    public void put(Mail item) {
        TaskThread reader;
        synchronized (lock) {
            if (closed) {
                return;
            }
            queue.add(item);
            mail = true;
            reader = thread;
        }
        if (reader != null) {
            reader.signal();
        }
    }

    /** Queues the handling of a future's result, once it is there. */
    public <T> void putAnswer(CompletableFuture<T> future, Answer<? super T> answer) {
        var _ =
                future.whenComplete(
                        (result, failure) -> put(() -> answer.take(result, cause(failure))));
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException e && e.getCause() != null
                ? e.getCause()
                : failure;
    }

    /** Cheap, for each record: opaque, as what it says orders nothing; {@link #poll} locks. */
    public boolean hasMail() {
        return (boolean) MAIL.getOpaque(this);
    }

    /** Null when there is none. */
    public @Nullable Mail poll() {
        synchronized (lock) {
            Mail item = queue.poll();
            mail = !queue.isEmpty();
            return item;
        }
    }

    /** Drops what is queued and what will come. */
    public void close() {
        synchronized (lock) {
            closed = true;
            queue.clear();
            mail = false;
        }
    }
}
