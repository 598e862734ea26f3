package dev.millstream.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final long COUNT = 10_000;

    @Test
    void shouldMakeTheSameEventsOnEveryMachine() {
        assertThat(Events.runningSum(0)).isEqualTo(new Event(883_310, 933, 0));
        assertThat(Events.timed(9_999, COUNT, Events.FEW_KEYS)).isEqualTo(new Event(3_316, 75, 9));
        assertThat(Events.plain(17)).isEqualTo(new Event(8_422_517, 29_539, 17));
    }

    @Test
    void shouldTakeEachIndexOnce() {
        assertThat(LongStream.range(0, COUNT).map(it -> Events.index(it, COUNT)).sorted())
                .containsExactlyElementsOf(LongStream.range(0, COUNT).boxed().toList());
    }

    @Test
    void shouldLetTimeAdvanceAlikeInBothHalves() {
        for (long position = 0; position < COUNT / 2; position++) {
            long first = Events.index(position, COUNT);
            long second = Events.index(position + COUNT / 2, COUNT);
            assertThat(second - first).isEqualTo(1);
        }
    }

    @Test
    void shouldGiveAKeysEventsOneValue() {
        assertThat(LongStream.range(0, COUNT).mapToObj(Events::runningSum))
                .allMatch(event -> event.value() == Events.valueOfKey(event.key()));
    }

    @Test
    void shouldUseAllKeysAboutEquallyOften() {
        long[] seen = new long[100];
        LongStream.range(0, 100_000).forEach(index -> seen[(int) Events.key(index, 100)]++);
        assertThat(LongStream.of(seen)).allMatch(count -> count > 850 && count < 1_150);
    }
}
