package dev.millstream.engine.exchange.queue;

import dev.millstream.platform.lane.TaskThread;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** In no interleaving of two producers and the consumer does this sleep while there is input. */
public class InboxLincheckTest {
    private final Permit permit = new Permit();
    private final Inbox<Channel> inbox = new Inbox<>(2, permit);
    private final List<Channel> channels = List.of(new Channel(), new Channel());

    /** By the consumer, and when all is over. */
    private volatile boolean sleeps;

    private static final class Channel extends Inbox.Member {
        private final AtomicInteger elements = new AtomicInteger();

        @Override
        protected boolean hasMore() {
            return elements.get() > 0;
        }
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

    private void put(Channel channel) {
        channel.elements.incrementAndGet();
        inbox.ready(channel);
    }

    @Operation(nonParallelGroup = "first")
    public void putIntoFirst() {
        put(channels.getFirst());
    }

    @Operation(nonParallelGroup = "second")
    public void putIntoSecondAfterListing() {
        Channel channel = channels.getLast();
        channel.elements.incrementAndGet();
        inbox.list(channel);
        inbox.ready(channel);
    }

    @Operation(nonParallelGroup = "consumer")
    public void take() {
        permit.signalled.set(false);
        Channel next = inbox.poll();
        if (next == null) {
            sleeps = true;
            return;
        }
        sleeps = false;
        if (next.hasMore()) {
            next.elements.decrementAndGet();
        }
        inbox.release(next);
    }

    @Validate
    public void noWakeUpIsLost() {
        boolean input = channels.stream().anyMatch(Channel::hasMore);
        if (sleeps && input && !permit.signalled.get()) {
            throw new IllegalStateException("The consumer sleeps, though there is input");
        }
    }

    @Test
    void shouldLoseNoWakeUpInAnyInterleaving() {
        new ModelCheckingOptions()
                .iterations(10)
                .threads(3)
                .actorsPerThread(2)
                .invocationsPerIteration(500)
                .check(InboxLincheckTest.class);
    }
}
