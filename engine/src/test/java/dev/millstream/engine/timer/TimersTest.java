package dev.millstream.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.state.KeyGroupRange;
import dev.millstream.engine.state.table.KeyKind;
import dev.millstream.types.key.StableHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timers against a sorted set, under random operations. */
class TimersTest {
    private static final KeyGroupRange ALL = new KeyGroupRange(0, 8, 8);

    private record Timer(long time, String key) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : key.compareTo(other.key);
        }
    }

    private final Timers timers = new Timers(ALL, KeyKind.OBJECT);
    private final TreeSet<Timer> expected = new TreeSet<>();
    private final List<Timer> fired = new ArrayList<>();

    private void add(String key, long time) {
        int hash = StableHash.hash(key);
        assertThat(timers.add(ALL.indexOf(key, hash), key, hash, time))
                .isEqualTo(expected.add(new Timer(time, key)));
    }

    private void remove(String key, long time) {
        int hash = StableHash.hash(key);
        assertThat(timers.remove(ALL.indexOf(key, hash), key, hash, time))
                .isEqualTo(expected.remove(new Timer(time, key)));
    }

    private void advance(long time) {
        List<Timer> due = new ArrayList<>(expected.headSet(new Timer(time, "\uffff"), true));
        fired.clear();
        timers.fire(
                time,
                (key, hash, at) -> {
                    assertThat(hash).isEqualTo(StableHash.hash(key));
                    fired.add(new Timer(at, key.toString()));
                });
        assertThat(fired).isSortedAccordingTo((a, b) -> Long.compare(a.time, b.time));
        assertThat(fired).containsExactlyInAnyOrderElementsOf(due);
        expected.removeAll(due);
        assertThat(timers.size()).isEqualTo(expected.size());
    }

    @ParameterizedTest
    @CsvSource({
        "50, 20, 30000",
        "2000, 500, 30000",
        "1000000, 30000, 40000",
        "5000000000, 90000000, 20000"
    })
    void shouldFireWhatASortedSetHolds(long reach, long step, int operations) {
        Random random = new Random(reach);
        long now = 1_700_000_000_000L;
        List<Timer> some = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    if (random.nextInt(50) == 0) {
                        now += random.nextLong(2 * step);
                        advance(now);
                    }
                }
                case 1, 2 -> {
                    if (!some.isEmpty()) {
                        Timer one = some.get(random.nextInt(some.size()));
                        remove(one.key, one.time);
                    }
                }
                default -> {
                    Timer one =
                            new Timer(
                                    now + random.nextLong(reach) - reach / 20,
                                    "k" + random.nextInt(200));
                    some.add(one);
                    add(one.key, one.time);
                }
            }
            assertThat(timers.earliest())
                    .isLessThanOrEqualTo(
                            expected.isEmpty() ? Long.MAX_VALUE : expected.first().time);
        }
        advance(Long.MAX_VALUE);
        assertThat(expected).isEmpty();
    }

    @Test
    void shouldTakeTheFirstAndTheLastOfTimes() {
        add("a", Long.MAX_VALUE);
        add("a", Long.MIN_VALUE);
        add("b", Long.MAX_VALUE - 1);
        add("a", 0);
        advance(Long.MIN_VALUE);
        advance(-1);
        advance(0);
        advance(Long.MAX_VALUE - 1);
        advance(Long.MAX_VALUE);
    }

    @Test
    void shouldFireWhatIsAddedWhileFiring() {
        add("a", 10);
        add("b", 40);
        List<Long> times = new ArrayList<>();
        timers.fire(
                50,
                (key, hash, at) -> {
                    times.add(at);
                    if (at < 30) {
                        timers.add(ALL.indexOf(key, hash), key, hash, at + 10);
                    }
                });

        assertThat(times).containsExactly(10L, 20L, 30L, 40L);
    }

    @Test
    void shouldNotGrowWhenOneTimerIsMovedOnAndOn() {
        for (long time = 1; time < 400_000; time++) {
            add("a", 1_000_000 + time);
            remove("a", 1_000_000 + time - 1);
        }
        assertThat(timers.size()).isEqualTo(1);
        assertThat(timers.queueLength()).isLessThan(20_000);
        advance(Long.MAX_VALUE);
    }

    @Test
    void shouldSplitWhatComesNear() {
        for (int i = 0; i < 50_000; i++) {
            add("k" + i % 97, 1L << 20 | i % 30_000);
        }
        for (long time = 1 << 20; time < (1 << 20) + 32_000; time += 1_000) {
            advance(time);
        }
        assertThat(timers.size()).isZero();
    }
}
