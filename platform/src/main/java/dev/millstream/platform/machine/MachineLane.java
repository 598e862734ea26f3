package dev.millstream.platform.machine;

import dev.millstream.platform.lane.Lane;
import dev.millstream.platform.time.Cancellable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lane on the threads of a {@link LanePool}. The counter {@link #owed} is the hand-over: who
 * raises it from zero gives the lane to the pool; the worker that has it takes commands, lowers the
 * counter by as many at the end of its turn, and gives the lane back to the pool if any are left.
 * So at most one worker has it, and each sees what the one before did.
 */
final class MachineLane implements Lane, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MachineLane.class);

    /** Commands of one turn, after which other lanes have theirs. */
    private static final int TURN = 64;

    private final String name;
    private final Consumer<Throwable> onFailure;
    private final LanePool pool;
    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger owed = new AtomicInteger();
    private final Set<LaneTimer> timers = ConcurrentHashMap.newKeySet();

    /** Written by the worker that has the lane; others only ask whether it is themselves. */
    private volatile @Nullable Thread worker;

    /** Written by whoever closes the lane. */
    private volatile boolean closed;

    MachineLane(String name, Consumer<Throwable> onFailure, LanePool pool) {
        this.name = name;
        this.onFailure = onFailure;
        this.pool = pool;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void execute(Runnable command) {
        if (closed) {
            return;
        }
        commands.add(command);
        if (owed.getAndIncrement() == 0) {
            pool.run(this);
        }
    }

    @Override
    public Cancellable schedule(long delayMs, Runnable command) {
        LaneTimer created = new LaneTimer(this, command);
        timers.add(created);
        created.start(pool, delayMs);
        if (closed) {
            created.cancel();
        }
        return created;
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread().equals(worker);
    }

    @Override
    public void close() {
        closed = true;
        timers.forEach(LaneTimer::cancel);
    }

    /** One turn, called by the pool. */
    @Override
    public void run() {
        worker = Thread.currentThread();
        int turn = Math.min(owed.get(), TURN);
        for (int i = 0; i < turn; i++) {
            Runnable command = commands.poll();
            if (command != null && !closed) {
                perform(command);
            }
        }
        worker = null;
        if (owed.addAndGet(-turn) > 0) {
            pool.run(this);
        }
    }

    void forget(LaneTimer ended) {
        timers.remove(ended);
    }

    private void perform(Runnable command) {
        try {
            command.run();
        } catch (Throwable failure) {
            report(failure);
        }
    }

    private void report(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (RuntimeException | Error second) {
            failure.addSuppressed(second);
            LOG.error("A failure on lane {} could not be reported", name, failure);
        }
    }

    @Override
    public String toString() {
        return "lane " + name;
    }
}
