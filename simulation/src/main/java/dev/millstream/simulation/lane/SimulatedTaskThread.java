package dev.millstream.simulation.lane;

import dev.millstream.platform.lane.TaskBody;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.platform.lane.Waiting;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.simulation.scheduler.Actor;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.RunAborted;
import dev.millstream.simulation.scheduler.Scheduler;
import java.util.function.Consumer;

/**
 * A virtual thread that runs only while it holds the baton. A turn lasts until it waits, pauses,
 * touches a file, or ends.
 */
final class SimulatedTaskThread extends Actor implements TaskThread, Waiting {
    private static final int MAX_ABORTS = 1_000;

    private final Scheduler scheduler;
    private final TaskBody body;
    private final Consumer<SimulatedTaskThread> onExit;
    private final Thread thread;
    private Phase phase = Phase.READY;
    private String waitingFor = "its start";
    private boolean signalled;
    private boolean interruptPending;
    private int aborts;

    private enum Phase {
        READY,
        RUNNING,
        WAITING,
        BLOCKED,
        ENDED
    }

    SimulatedTaskThread(
            Scheduler scheduler,
            String name,
            ClassLoader classLoader,
            TaskBody body,
            Consumer<SimulatedTaskThread> onExit) {
        super(name);
        this.scheduler = scheduler;
        this.body = body;
        this.onExit = onExit;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::runThread);
        thread.setContextClassLoader(classLoader);
        scheduler.register(this);
    }

    @Override
    protected EventKind kind() {
        return EventKind.RESUME;
    }

    @Override
    protected boolean turn() {
        phase = Phase.RUNNING;
        scheduler.baton().exchange(thread);
        return phase == Phase.READY;
    }

    private void runThread() {
        try {
            if (!scheduler.isAborting()) {
                body.run(this);
            }
        } catch (RunAborted over) {
            waitingFor = "nothing: the run is over";
        } catch (Throwable escaped) {
            scheduler.note(EventKind.RESUME, name() + " threw " + escaped.getClass(), 0);
        }
        try {
            onExit.accept(this);
        } catch (Throwable failure) {
            if (!scheduler.isAborting()) {
                scheduler.fail(name() + " failed in its last act: " + failure);
            }
        }
        phase = Phase.ENDED;
        scheduler.unregister(this);
        scheduler.baton().pass(scheduler.loopThread());
    }

    @Override
    public TaskThread thread() {
        return this;
    }

    @Override
    public void await(long timeoutNs) throws InterruptedException {
        assertOwn();
        if (Thread.interrupted()) {
            throw new InterruptedException(name() + " was interrupted");
        }
        if (signalled || timeoutNs <= 0) {
            signalled = false;
            pause();
        } else {
            Cancellable wake = planWake(timeoutNs);
            giveBack(Phase.WAITING, timeoutNs == FOREVER ? "a signal" : "a signal or time");
            wake.cancel();
            signalled = false;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException(name() + " was interrupted");
        }
    }

    private Cancellable planWake(long timeoutNs) {
        boolean early = scheduler.random().chance(scheduler.settings().spuriousWakeChance());
        long limitNs = early ? Math.min(timeoutNs, 10_000_000L) : timeoutNs;
        if (limitNs == FOREVER) {
            return () -> {};
        }
        long durationNs = early ? scheduler.random().between(0L, limitNs) : limitNs;
        long timeNs = scheduler.nowNs() + Math.min(durationNs, Long.MAX_VALUE / 4);
        return scheduler.at(timeNs, EventKind.WAKE, name(), () -> wake(Phase.WAITING));
    }

    @Override
    public void pause() {
        assertOwn();
        if (scheduler.random().chance(scheduler.settings().yieldChance())) {
            giveBack(Phase.READY, "its turn");
        }
    }

    @Override
    protected boolean canBlock() {
        return true;
    }

    @Override
    protected void block(long durationNs, String what) {
        assertOwn();
        scheduler.at(
                scheduler.nowNs() + durationNs, EventKind.FILE, name(), () -> wake(Phase.BLOCKED));
        giveBack(Phase.BLOCKED, what);
    }

    /**
     * Lets others run. The interrupt flag is kept aside meanwhile, since a thread that has it can't
     * park.
     */
    private void giveBack(Phase newPhase, String reason) {
        abortIfOver();
        phase = newPhase;
        waitingFor = reason;
        interruptPending |= Thread.interrupted();
        scheduler.baton().exchange(scheduler.loopThread());
        abortIfOver();
        if (interruptPending) {
            interruptPending = false;
            thread.interrupt();
        }
    }

    /** Makes the thread end after its run; one that keeps catching it is left parked for ever. */
    private void abortIfOver() {
        if (!scheduler.isAborting()) {
            return;
        }
        if (++aborts > MAX_ABORTS) {
            phase = Phase.ENDED;
            scheduler.baton().pass(scheduler.loopThread());
            scheduler.baton().awaitHeld();
        }
        throw new RunAborted();
    }

    private void wake(Phase from) {
        if (phase == from) {
            phase = Phase.READY;
            scheduler.ready(this);
        }
    }

    @Override
    public void signal() {
        scheduler.assertBaton();
        signalled = true;
        wake(Phase.WAITING);
    }

    @Override
    public void interrupt() {
        scheduler.assertBaton();
        if (phase == Phase.RUNNING) {
            thread.interrupt();
        } else if (phase != Phase.ENDED) {
            interruptPending = true;
            wake(Phase.WAITING);
        }
    }

    @Override
    public boolean isAlive() {
        scheduler.assertBaton();
        return phase != Phase.ENDED;
    }

    @Override
    public StackTraceElement[] stackTrace() {
        scheduler.assertBaton();
        return thread.getStackTrace();
    }

    @Override
    protected void abort() {
        if (phase != Phase.ENDED) {
            scheduler.abortTurn(this);
        }
    }

    private void assertOwn() {
        scheduler.assertBaton();
        if (!Thread.currentThread().equals(thread)) {
            throw scheduler.fail("Waiting of " + name() + " used by " + Thread.currentThread());
        }
    }

    @Override
    protected String describe() {
        StringBuilder text = new StringBuilder("thread, ").append(phase).append(" for ");
        text.append(waitingFor);
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.millstream")) {
                text.append("\n      at ").append(frame);
            }
        }
        return text.toString();
    }
}
