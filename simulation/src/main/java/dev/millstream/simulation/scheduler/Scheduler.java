package dev.millstream.simulation.scheduler;

import dev.millstream.platform.time.Cancellable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens next in a run, and when. Everything that happens is an event: the turn of an
 * {@link Actor}, or something planned for a moment of virtual time. The same seed, settings and
 * code give the same events in the same order; {@link #traceHash} tells whether they were.
 *
 * <p>Belongs to the thread that made it, which must run the loop ({@link #runUntil}); all other
 * methods may be called by whichever thread holds the baton. Others fail the run.
 */
public final class Scheduler {
    private final SchedulerSettings settings;
    private final SeededRandom random;
    private final Policy policy;
    private final Baton baton = new Baton();
    private final Thread loopThread = Thread.currentThread();
    private final Agenda agenda = new Agenda();
    private final List<Actor> ready = new ArrayList<>();
    private final Set<Actor> actors = new LinkedHashSet<>();
    private final TraceHash trace = new TraceHash();
    private final History history = new History();
    private final List<Runnable> observers = new ArrayList<>();
    private long nowNs;
    private @Nullable Actor current;
    private boolean aborting;
    // Set by a thread without the baton too: that is one of the failures.
    private volatile @Nullable SimulationFailure failure;
    // Read by the watchdog's thread.
    private volatile long progress;

    public Scheduler(SeededRandom random, SchedulerSettings settings) {
        this.random = random;
        this.settings = settings;
        this.policy = settings.newPolicy();
    }

    public SchedulerSettings settings() {
        return settings;
    }

    public SeededRandom random() {
        return random;
    }

    public Baton baton() {
        return baton;
    }

    /** The thread of the loop: whom a thread gives the baton back to. */
    public Thread loopThread() {
        return loopThread;
    }

    public long nowNs() {
        return nowNs;
    }

    /** Lets a little time pass, so that a loop on the clock ends. */
    public void tick(long durationNs) {
        nowNs += durationNs;
    }

    /** How many events there were; readable from any thread. */
    public long progress() {
        return progress;
    }

    public long traceHash() {
        return trace.value();
    }

    /** Whose turn it is; null while the loop or the scenario itself acts. */
    public @Nullable Actor current() {
        return current;
    }

    /** Whether the run is over and what is left of it is being ended. */
    public boolean isAborting() {
        return aborting;
    }

    /** Called after each event, to check what must always hold. */
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    /** Passes a line for each event. */
    public void listen(Consumer<String> listener) {
        history.listen(listener);
    }

    /** Fails the run unless the caller holds the baton. */
    public void assertBaton() {
        if (!baton.isHeld()) {
            throw fail(
                    "Thread "
                            + Thread.currentThread()
                            + " touched the platform without holding the baton");
        }
    }

    /** Makes the run fail after this event; returns the failure for the caller to throw. */
    public SimulationFailure fail(String message) {
        SimulationFailure problem = new SimulationFailure(message);
        if (failure == null) {
            failure = problem;
        }
        return problem;
    }

    /** Tells who exists, for the dump. */
    public void register(Actor actor) {
        actor.waitingSinceNs = nowNs;
        actors.add(actor);
    }

    public void unregister(Actor actor) {
        actors.remove(actor);
    }

    /** How many actors of this kind exist. */
    public long count(EventKind kind) {
        return actors.stream().filter(actor -> actor.kind() == kind).count();
    }

    /** The names of whom planned events of this kind are for, sorted. */
    public List<String> planned(EventKind kind) {
        return agenda.names(kind);
    }

    /** Whether nobody has anything to do until the next planned event. */
    public boolean isIdle() {
        return ready.isEmpty();
    }

    /** Gives the actor a turn some time. */
    public void ready(Actor actor) {
        if (!actor.ready) {
            actor.ready = true;
            ready.add(actor);
        }
    }

    /** Plans something. */
    public Cancellable at(long timeNs, EventKind kind, String name, Runnable action) {
        ScheduledEvent event =
                new ScheduledEvent(Math.max(timeNs, nowNs), random.nextLong(), kind, name, action);
        agenda.add(event);
        return event;
    }

    /**
     * A call of the code under test that blocks. Threads lose the baton meanwhile; on a lane it is
     * a failure; the scenario itself doesn't wait.
     */
    public void block(long durationNs, String what) {
        assertBaton();
        Actor actor = current;
        if (actor == null) {
            return;
        }
        if (!actor.canBlock()) {
            throw fail(what + " on " + actor.name() + ", where nothing may block");
        }
        actor.block(durationNs, what);
    }

    /** Adds to the trace what an event is about. */
    public void note(EventKind kind, String name, long detail) {
        trace.add(kind, name, nowNs, detail);
        history.add(kind, name, nowNs, detail);
    }

    /** Lets things happen until the condition holds; it is looked at after each event. */
    public void runUntil(String goal, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (!step()) {
                throw new SimulationFailure(dump("Nothing is left to happen before " + goal));
            }
            if (nowNs > settings.maxVirtualNs() || history.count() > settings.maxEvents()) {
                throw new SimulationFailure(dump("The run is too long; it waits for " + goal));
            }
        }
    }

    /** Lets things happen for a while; returns early when nothing is left to happen. */
    public void runFor(long durationNs) {
        long endNs = nowNs + durationNs;
        while (nowNs < endNs && step()) {
            if (history.count() > settings.maxEvents()) {
                throw new SimulationFailure(dump("The run has too many events"));
            }
        }
    }

    /** Ends what is left of the run's threads. */
    public void abort() {
        aborting = true;
        for (Actor actor : List.copyOf(actors)) {
            actor.abort();
        }
    }

    /** A turn taken outside the loop, to end a thread. */
    public void abortTurn(Actor actor) {
        current = actor;
        try {
            actor.turn();
        } finally {
            current = null;
        }
    }

    private boolean step() {
        ScheduledEvent next = agenda.next();
        if (next != null && (next.timeNs <= nowNs || ready.isEmpty())) {
            agenda.removeNext();
            happen(next);
        } else if (ready.isEmpty()) {
            return false;
        } else {
            turn();
        }
        progress = history.count();
        for (int i = 0; i < observers.size(); i++) {
            observers.get(i).run();
        }
        SimulationFailure problem = failure;
        if (problem != null) {
            throw new SimulationFailure(dump(String.valueOf(problem.getMessage())), problem);
        }
        return true;
    }

    private void happen(ScheduledEvent event) {
        nowNs = Math.max(nowNs, event.timeNs);
        note(event.kind, event.name, 0);
        try {
            event.action.run();
        } catch (RuntimeException problem) {
            throw new SimulationFailure(
                    dump(event.kind + " " + event.name + " threw " + problem), problem);
        }
    }

    private void turn() {
        int index = policy.pick(ready, random);
        Actor actor = ready.get(index);
        Actor last = ready.removeLast();
        if (index < ready.size()) {
            ready.set(index, last);
        }
        actor.ready = false;
        nowNs += random.between(1L, settings.maxTurnNs());
        note(actor.kind(), actor.name(), 0);
        current = actor;
        boolean again;
        try {
            again = actor.turn();
        } finally {
            current = null;
            actor.waitingSinceNs = nowNs;
        }
        if (again) {
            ready(actor);
        }
    }

    /** What everyone waits for, and what happened last. */
    public String dump(String problem) {
        return StateDump.of(problem, this, List.copyOf(actors), agenda.all(), history.last());
    }
}
