package dev.millstream.simulation.lane;

import dev.millstream.platform.lane.BlockingPool;
import dev.millstream.simulation.scheduler.RunAborted;
import dev.millstream.simulation.scheduler.Scheduler;
import dev.millstream.simulation.scheduler.SimulationFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Gives each call a thread of its own, so that calls overlap in every way. */
public final class SimulatedBlockingPool implements BlockingPool {
    private final Scheduler scheduler;
    private final String process;
    private int running;

    public SimulatedBlockingPool(Scheduler scheduler, String process) {
        this.scheduler = scheduler;
        this.process = process;
    }

    @Override
    public <T> CompletableFuture<T> submit(String what, Callable<T> call) {
        scheduler.assertBaton();
        CompletableFuture<T> result = new CompletableFuture<>();
        running++;
        scheduler.ready(
                new SimulatedTaskThread(
                        scheduler,
                        process + "/pool: " + what,
                        SimulatedBlockingPool.class.getClassLoader(),
                        waiting -> complete(result, call),
                        self -> running--));
        return result;
    }

    /** How many calls have not ended. */
    public int running() {
        return running;
    }

    private static <T> void complete(CompletableFuture<T> result, Callable<T> call) {
        T value;
        try {
            value = call.call();
        } catch (SimulationFailure | RunAborted failure) {
            throw failure;
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
            return;
        }
        result.complete(value);
    }
}
