package dev.millstream.engine.exchange.queue;

import dev.millstream.engine.exchange.element.Sized;
import java.util.ArrayDeque;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every interleaving of one producer and one consumer looks like some order of their calls. */
public class SpscRingLincheckTest {
    private static final QueueBounds BOUNDS = new QueueBounds(2, 10);

    /** An element of a size. */
    public record Element(long bytes) implements Sized {}

    private final SpscRing<Element> ring = new SpscRing<>(BOUNDS);

    @Operation(nonParallelGroup = "producer")
    public boolean offer(@Param(gen = IntGen.class, conf = "0:7") int bytes) {
        int size = Math.floorMod(bytes, 8);
        return ring.hasRoom(size) && ring.offer(new Element(size));
    }

    @Operation(nonParallelGroup = "consumer")
    public @Nullable Long poll() {
        Element element = ring.poll();
        return element == null ? null : element.bytes();
    }

    /** What the ring should do, if all were one thread. */
    public static final class Specification {
        private final ArrayDeque<Long> elements = new ArrayDeque<>();
        private long sum;

        public boolean offer(int bytes) {
            int size = Math.floorMod(bytes, 8);
            boolean fits =
                    elements.isEmpty()
                            || (elements.size() < BOUNDS.batches() && sum + size <= BOUNDS.bytes());
            if (fits) {
                elements.add((long) size);
                sum += size;
            }
            return fits;
        }

        public @Nullable Long poll() {
            Long first = elements.poll();
            sum -= first == null ? 0 : first;
            return first;
        }
    }

    @Test
    void shouldBeLinearizableInEveryInterleaving() {
        new ModelCheckingOptions()
                .iterations(6)
                .threads(2)
                .actorsPerThread(3)
                .invocationsPerIteration(300)
                .sequentialSpecification(Specification.class)
                .check(SpscRingLincheckTest.class);
    }
}
