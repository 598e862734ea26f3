package dev.millstream.simulation.lane;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import dev.millstream.simulation.scheduler.Actor;
import dev.millstream.simulation.scheduler.EventKind;
import dev.millstream.simulation.scheduler.RunAborted;
import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.SimulationFailure;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/** A queue of commands; a turn runs one of them, on the loop's own thread. */
final class SimulatedLane extends Actor implements Lane {
    private final Scheduler scheduler;
    private final Consumer<Throwable> onFailure;
    private final Queue<Runnable> commands = new ArrayDeque<>();
    private final Set<Timer> timers = new LinkedHashSet<>();
    private boolean closed;

    SimulatedLane(Scheduler scheduler, String name, Consumer<Throwable> onFailure) {
        super(name);
        this.scheduler = scheduler;
        this.onFailure = onFailure;
        scheduler.register(this);
    }

    @Override
    public void execute(Runnable command) {
        scheduler.assertBaton();
        if (!closed) {
            commands.add(command);
            scheduler.ready(this);
        }
    }

    @Override
    public Cancellable schedule(long delayMs, Runnable command) {
        scheduler.assertBaton();
        if (closed) {
            return () -> {};
        }
        long lateNs = scheduler.random().between(0L, scheduler.settings().maxTimerLatenessNs());
        long timeNs = scheduler.nowNs() + Math.max(0, delayMs) * 1_000_000L + lateNs;
        Timer timer = new Timer(command);
        timer.planned = scheduler.at(timeNs, EventKind.TIMER, name(), timer::due);
        timers.add(timer);
        return timer;
    }

    /** Off until the moment it runs, as in production: also between its time and its turn. */
    private final class Timer implements Cancellable {
        private final Runnable command;
        private Cancellable planned = () -> {};
        private boolean cancelled;

        Timer(Runnable command) {
            this.command = command;
        }

        void due() {
            timers.remove(this);
            execute(this::run);
        }

        private void run() {
            if (!cancelled) {
                command.run();
            }
        }

        @Override
        public void cancel() {
            scheduler.assertBaton();
            cancelled = true;
            planned.cancel();
            timers.remove(this);
        }
    }

    @Override
    public boolean isCurrent() {
        return scheduler.baton().isHeld() && scheduler.current() == this;
    }

    @Override
    public void close() {
        scheduler.assertBaton();
        closed = true;
        commands.clear();
        timers.forEach(timer -> timer.planned.cancel());
        timers.clear();
        scheduler.unregister(this);
    }

    @Override
    protected EventKind kind() {
        return EventKind.COMMAND;
    }

    @Override
    protected boolean turn() {
        Runnable command = commands.poll();
        if (command != null) {
            try {
                command.run();
            } catch (SimulationFailure | RunAborted failure) {
                throw failure;
            } catch (Throwable failure) {
                onFailure.accept(failure);
            }
        }
        return !commands.isEmpty();
    }

    @Override
    protected String describe() {
        return "lane with " + commands.size() + " commands";
    }
}
