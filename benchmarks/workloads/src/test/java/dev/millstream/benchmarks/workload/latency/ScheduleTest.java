package dev.millstream.benchmarks.workload.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.benchmarks.workload.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {
    private static final long NANOS = 1_000_000_000;

    @Test
    void shouldSpreadEventsEvenlyWithoutDrift() {
        Schedule schedule = new Schedule(7, 3, 10);
        assertThat(schedule.count()).isEqualTo(30);
        assertThat(schedule.dueNs(0)).isEqualTo(7);
        assertThat(schedule.dueNs(1)).isEqualTo(7 + NANOS / 3);
        assertThat(schedule.dueNs(29)).isEqualTo(7 + 9 * NANOS + 2 * NANOS / 3);
        assertThat(schedule.dueNs(3_000_000)).isEqualTo(7 + 1_000_000 * NANOS);
    }

    @Test
    void shouldTellWithTheEventWhenItIsDue() {
        Schedule schedule = new Schedule(7, 1_000, 1);
        assertThat(schedule.event(500).time()).isEqualTo(schedule.dueNs(500));
    }

    @Test
    void shouldHandEachEventToOneSource() {
        Schedule schedule = new Schedule(0, 10, 1);
        try (Pacer even = new Pacer(schedule, 0, 2);
                Pacer odd = new Pacer(schedule, 1, 2)) {
            for (long index = 0; index < 10; index += 2) {
                assertThat(even.take()).isEqualTo(schedule.event(index));
                assertThat(odd.take()).isEqualTo(schedule.event(index + 1));
            }
            assertThat(even.isFinished()).isTrue();
            assertThat(odd.isFinished()).isTrue();
        }
    }

    @Test
    void shouldNotTakeWhatIsNotDue() {
        Schedule inAnHour = new Schedule(System.nanoTime() + 3_600 * NANOS, 1, 1);
        try (Pacer pacer = new Pacer(inAnHour, 0, 1)) {
            assertThat(pacer.isDue()).isFalse();
            assertThat(pacer.isFinished()).isFalse();
        }
    }

    @Test
    void shouldTellOfEachEventThatIsAwaited() {
        Schedule schedule = new Schedule(System.nanoTime(), 1_000, 1);
        try (Pacer pacer = new Pacer(schedule, 1, 20)) {
            int taken = 0;
            while (!pacer.isFinished()) {
                if (pacer.isDue()) {
                    assertThat(pacer.take().time()).isLessThanOrEqualTo(System.nanoTime());
                    taken++;
                } else {
                    assertThat(pacer.untilDue()).succeedsWithin(Duration.ofMinutes(1));
                }
            }
            assertThat(taken).isEqualTo(50);
        }
    }

    @Test
    void shouldMergeWhatSinksHaveLeft(@TempDir Path folder) throws IOException {
        Histogram fast = Latencies.emptyHistogram();
        fast.recordValueWithCount(1_000, 98);
        LatencyFile.save(fast, folder);
        Histogram slow = Latencies.emptyHistogram();
        slow.recordValueWithCount(1_000_000, 2);
        LatencyFile.save(slow, folder);
        Map<String, Long> percentiles = LatencyFile.percentiles(folder);
        assertThat(percentiles.get("p50Nanos")).isEqualTo(1_000);
        assertThat(percentiles.get("p99Nanos")).isBetween(999_000L, 1_001_000L);
    }

    @Test
    void shouldCountAllButNoteOnlyWhatIsDueLater(@TempDir Path folder) throws IOException {
        long now = System.nanoTime();
        Latencies latencies = new Latencies(now);
        latencies.add(now - NANOS, 1);
        latencies.save(folder);
        assertThat(LatencyFile.percentiles(folder)).isEmpty();
        assertThat(Tally.load(folder).count()).isEqualTo(1);
    }
}
