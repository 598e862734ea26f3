package dev.millstream.engine.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.lane.TaskThread;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollectBufferTest {
    /** Counts how often it is signalled. */
    private static final class FakeThread implements TaskThread {
        private int signals;

        @Override
        public void signal() {
            signals++;
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

    private final FakeThread producer = new FakeThread();
    private final CollectBuffer buffer = new CollectBuffer(3, producer);

    private static Bytes record(int size) {
        return Bytes.owning(new byte[size]);
    }

    private static Bytes named(String name) {
        return Bytes.owning(name.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldGiveTheSameRecordsAgainUntilTheClientHasThem() {
        buffer.offer(named("a"));
        buffer.offer(named("b"));

        assertThat(buffer.fetch(0).records()).containsExactly(named("a"), named("b"));
        assertThat(buffer.fetch(0).records()).containsExactly(named("a"), named("b"));
        buffer.offer(named("c"));
        assertThat(buffer.fetch(2))
                .isEqualTo(new CollectedResults(2, List.of(named("c")), false, 3));
    }

    @Test
    void shouldFinishWhenTheClientHasSaidThatItHasEverything() {
        buffer.offer(named("a"));
        buffer.complete();

        assertThat(buffer.fetch(0).finished()).isFalse();
        assertThat(buffer.isDrained()).isFalse();
        assertThat(buffer.fetch(1)).isEqualTo(new CollectedResults(1, List.of(), true, 3));
        assertThat(buffer.isDrained()).isTrue();
        assertThat(producer.signals).isEqualTo(2);
    }

    @Test
    void shouldTellAClientOfAnEarlierAttemptToBeginAnew() {
        buffer.offer(named("a"));

        assertThat(buffer.fetch(1)).isEqualTo(new CollectedResults(0, List.of(), false, 3));
        assertThat(buffer.fetch(0).records()).containsExactly(named("a"));
        assertThat(buffer.fetch(7)).isEqualTo(new CollectedResults(0, List.of(), false, 3));
    }

    @Test
    void shouldTakeNoMoreThanItHasRoomFor() {
        int taken = 0;
        while (buffer.offer(record(1 << 20))) {
            taken++;
        }
        assertThat(taken).isEqualTo(4);

        CollectedResults first = buffer.fetch(0);
        assertThat(first.records()).hasSize(1);
        assertThat(buffer.offer(record(1 << 20))).isFalse();
        buffer.fetch(1);

        assertThat(buffer.offer(record(1 << 20))).isTrue();
    }

    @Test
    void shouldTakeARecordThatIsLargerThanItselfWhenItIsEmpty() {
        assertThat(buffer.offer(record(5 << 20))).isTrue();
        assertThat(buffer.offer(record(1))).isFalse();
    }
}
