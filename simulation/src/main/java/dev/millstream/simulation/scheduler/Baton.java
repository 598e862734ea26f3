package dev.millstream.simulation.scheduler;

import java.util.concurrent.locks.LockSupport;

/**
 * Exactly one thread of a run holds it, and only that thread may run code of the system under test.
 * The threads are virtual: handing over costs about a microsecond.
 */
public final class Baton {
    // Written by the holder alone; volatile carries the memory effects of the old holder to the
    // new one, and lets a thread that never held it see that it doesn't.
    private volatile Thread holder = Thread.currentThread();

    /** Gives the baton away, and waits until it comes back. */
    public void exchange(Thread next) {
        pass(next);
        awaitHeld();
    }

    /** Gives the baton away for good. */
    public void pass(Thread next) {
        holder = next;
        if (next.getState() == Thread.State.NEW) {
            next.start();
        } else {
            LockSupport.unpark(next);
        }
    }

    /** Waits until the calling thread is given the baton. */
    public void awaitHeld() {
        Thread self = Thread.currentThread();
        while (!holder.equals(self)) {
            LockSupport.park(this);
        }
    }

    public boolean isHeld() {
        return holder.equals(Thread.currentThread());
    }

    /** For the watchdog: readable from any thread. */
    public Thread holder() {
        return holder;
    }
}
