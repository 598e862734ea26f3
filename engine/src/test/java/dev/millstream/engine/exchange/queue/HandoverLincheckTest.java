package dev.millstream.engine.exchange.queue;

import dev.millstream.engine.exchange.element.Sized;
import dev.millstream.platform.lane.TaskThread;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** In no interleaving does a producer sleep while its queue is empty. */
public class HandoverLincheckTest {
    private static final QueueBounds BOUNDS = new QueueBounds(2, Long.MAX_VALUE / 8);

    /** An element. */
    public record Element(long bytes) implements Sized {}

    private final Permit permit = new Permit();
    private final Handover<Element> queue =
            new Handover<>(BOUNDS, new Tally(), Tally.Kind.BATCHES, pressing -> {});

    /** By the producer, and when all is over. */
    private volatile boolean sleeps;

    public HandoverLincheckTest() {
        queue.connect(permit);
    }

    private static final class Permit implements TaskThread {
        private final AtomicBoolean signalled = new AtomicBoolean();

        @Override
        public void signal() {
            signalled.set(true);
        }

        @Override
        public void interrupt() {}

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public StackTraceElement[] stackTrace() {
            return new StackTraceElement[0];
        }
    }

    private boolean tryPut() {
        boolean room = queue.hasRoom(1);
        if (room) {
            queue.putAtLeisure(new Element(1));
        }
        return room;
    }

    @Operation(nonParallelGroup = "producer")
    public void put() {
        permit.signalled.set(false);
        sleeps = false;
        if (!tryPut()) {
            queue.announceWait();
            sleeps = !tryPut();
        }
    }

    @Operation(nonParallelGroup = "consumer")
    public void take() {
        var _ = queue.poll();
    }

    @Validate
    public void noWakeUpIsLost() {
        if (sleeps && queue.isEmpty() && !permit.signalled.get()) {
            throw new IllegalStateException("The producer sleeps, though there is room");
        }
    }

    @Test
    void shouldLoseNoWakeUpInAnyInterleaving() {
        new ModelCheckingOptions()
                .iterations(10)
                .threads(2)
                .actorsPerThread(4)
                .invocationsPerIteration(500)
                .check(HandoverLincheckTest.class);
    }
}
