package dev.millstream.engine.exchange.queue;

/**
 * How the producing task's thread waits for room in an output, or for a consumer to connect. It is
 * called in a loop, on that thread alone.
 */
@FunctionalInterface
public interface Backpressure {
    /**
     * Waits until the task's thread is signalled; may return early for no reason. To end the wait
     * for good (cancellation) it throws an unchecked exception of its own, which goes through the
     * writer to the writer's caller.
     *
     * @param timeoutNs at most this long, or {@link dev.millstream.platform.lane.Waiting#FOREVER}
     */
    void await(long timeoutNs) throws InterruptedException;
}
