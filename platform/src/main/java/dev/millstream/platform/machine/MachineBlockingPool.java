package dev.millstream.platform.machine;

import dev.millstream.platform.lane.BlockingPool;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** One virtual thread a call. Thread-safe. */
final class MachineBlockingPool implements BlockingPool {
    private final String process;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    MachineBlockingPool(String process) {
        this.process = process;
    }

    @Override
    public <T> CompletableFuture<T> submit(String what, Callable<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread =
                Thread.ofVirtual()
                        .name(process + "-" + what)
                        .unstarted(() -> perform(call, result));
        running.add(thread);
        thread.start();
        return result;
    }

    private <T> void perform(Callable<T> call, CompletableFuture<T> result) {
        try {
            result.complete(call.call());
        } catch (Throwable failure) {
            result.completeExceptionally(failure);
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    int runningCount() {
        return running.size();
    }

    /** Interrupts what runs. */
    void close() {
        running.forEach(Thread::interrupt);
    }
}
