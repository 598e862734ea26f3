package dev.millstream.platform.machine;

import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task's own thread, and the permit on which it waits. A signal sets the permit, and wakes the
 * thread only if it is parked; a wait takes the permit.
 */
final class MachineTaskThread implements TaskThread, Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(MachineTaskThread.class);

    private static final int EMPTY = 0;
    private static final int SIGNALLED = 1;
    private static final int PARKED = 2;

    /** A few microseconds: what a neighbour on another core needs to answer. */
    private static final int MOST_SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 128 : 0;

    private final Thread thread;
    private final TaskBody body;
    private final Runnable onExit;
    private final Consumer<MachineTaskThread> onEnd;
    private final AtomicInteger permit = new AtomicInteger(EMPTY);
    private final SpinLimit spins = new SpinLimit(MOST_SPINS);

    MachineTaskThread(
            String name,
            ClassLoader classLoader,
            TaskBody body,
            Runnable onExit,
            Consumer<MachineTaskThread> onEnd) {
        this.body = body;
        this.onExit = onExit;
        this.onEnd = onEnd;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread.setContextClassLoader(classLoader);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            body.run(this);
        } catch (Throwable escaped) {
            LOG.error("The task thread {} ended with a failure", thread.getName(), escaped);
        } finally {
            onEnd.accept(this);
            onExit.run();
        }
    }

    @Override
    public TaskThread thread() {
        return this;
    }

    @Override
    public void signal() {
        if (permit.get() != SIGNALLED && permit.getAndSet(SIGNALLED) == PARKED) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void await(long timeoutNs) throws InterruptedException {
        if (spin()) {
            return;
        }
        if (permit.compareAndSet(EMPTY, PARKED)) {
            park(timeoutNs);
        }
        permit.set(EMPTY);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whether there was a permit, which it has then taken. */
    private boolean spin() throws InterruptedException {
        int limit = spins.next();
        for (int i = 0; i <= limit; i++) {
            if (permit.get() == SIGNALLED) {
                permit.set(EMPTY);
                if (i > 0) {
                    spins.paid();
                }
                return true;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
        spins.failed();
        return false;
    }

    private void park(long timeoutNs) {
        long startNs = System.nanoTime();
        while (permit.get() == PARKED && !thread.isInterrupted()) {
            if (timeoutNs == FOREVER) {
                LockSupport.park(this);
                continue;
            }
            long leftNs = timeoutNs - (System.nanoTime() - startNs);
            if (leftNs <= 0) {
                return;
            }
            LockSupport.parkNanos(this, leftNs);
        }
    }

    @Override
    public void pause() {}

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    @Override
    public boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public StackTraceElement[] stackTrace() {
        return thread.getStackTrace();
    }

    void join(Duration patience) {
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
