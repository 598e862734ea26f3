package dev.millstream.engine.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.engine.operator.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatermarkValveTest {
    /** Keeps what comes out. */
    private static final class Recorded implements Output {
        private final List<String> events = new ArrayList<>();
        private long last = Long.MIN_VALUE;
        private boolean idle;

        @Override
        public void process(Object value, long timestamp) {
            throw new AssertionError("no record was put in");
        }

        @Override
        public void watermark(long timestamp) {
            assertThat(timestamp).as("watermarks only go up").isGreaterThan(last);
            last = timestamp;
            events.add("w" + timestamp);
        }

        @Override
        public void watermarkStatus(boolean nowIdle) {
            assertThat(nowIdle).as("only changes are told").isNotEqualTo(idle);
            idle = nowIdle;
            events.add(nowIdle ? "idle" : "active");
        }
    }

    private final Recorded out = new Recorded();

    @Test
    void shouldFollowTheChannelThatIsFurthestBehind() {
        WatermarkValve valve = new WatermarkValve(3, out);

        valve.watermark(0, 10);
        valve.watermark(1, 20);
        assertThat(out.events).isEmpty();
        valve.watermark(2, 5);
        valve.watermark(2, 15);
        valve.watermark(0, 30);

        assertThat(out.events).containsExactly("w5", "w10", "w15");
    }

    @Test
    void shouldNotWaitForIdleChannels() {
        WatermarkValve valve = new WatermarkValve(2, out);

        valve.watermark(0, 10);
        valve.status(1, true);
        valve.watermark(0, 11);

        assertThat(out.events).containsExactly("w10", "w11");
    }

    @Test
    void shouldNotWaitForAChannelThatWakesUpBehindTheOthersUntilItHasCaughtUp() {
        WatermarkValve valve = new WatermarkValve(2, out);
        valve.status(1, true);
        valve.watermark(0, 10);

        valve.status(1, false);
        valve.watermark(1, 3);
        valve.watermark(0, 12);
        valve.watermark(1, 13);
        valve.watermark(0, 20);

        assertThat(out.events).containsExactly("w10", "w12", "w13");
    }

    @Test
    void shouldBeIdleWhenAllChannelsAre() {
        WatermarkValve valve = new WatermarkValve(2, out);
        valve.watermark(0, 10);
        valve.watermark(1, 7);

        valve.status(0, true);
        valve.status(1, true);
        valve.status(1, false);

        assertThat(out.events).containsExactly("w7", "w10", "idle", "active");
    }

    @Test
    void shouldEndWhenAllChannelsHaveEnded() {
        WatermarkValve valve = new WatermarkValve(2, out);

        valve.watermark(0, Long.MAX_VALUE);
        valve.ended(0);
        valve.watermark(1, 4);
        valve.ended(1);

        assertThat(out.events).containsExactly("w4", "w" + Long.MAX_VALUE);
    }

    @Test
    void shouldNotSpeakForIdleChannelsWhenTheOthersHaveEnded() {
        WatermarkValve valve = new WatermarkValve(2, out);
        valve.watermark(0, 4);
        valve.watermark(1, 2);

        valve.status(1, true);
        valve.ended(0);
        valve.status(1, false);
        valve.watermark(1, 9);

        assertThat(out.events).containsExactly("w2", "w4", "idle", "active", "w9");
    }

    /**
     * What always holds: watermarks go up only (checked by the output), and none is above one of a
     * channel that has always been active.
     */
    @Test
    void shouldNeverPassAChannelThatIsAlwaysActive() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int channels = 1 + random.nextInt(4);
            Recorded recorded = new Recorded();
            WatermarkValve valve = new WatermarkValve(channels, recorded);
            long[] watermarks = new long[channels];
            Arrays.fill(watermarks, Long.MIN_VALUE);
            boolean[] neverIdle = new boolean[channels];
            Arrays.fill(neverIdle, true);
            for (int step = 0; step < 100; step++) {
                int channel = random.nextInt(channels);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        neverIdle[channel] = false;
                        valve.status(channel, true);
                    }
                    case 1 -> valve.status(channel, false);
                    default -> {
                        watermarks[channel] =
                                Math.max(watermarks[channel], 0) + random.nextInt(10) + 1;
                        valve.watermark(channel, watermarks[channel]);
                    }
                }
                for (int each = 0; each < channels; each++) {
                    if (neverIdle[each]) {
                        assertThat(recorded.last)
                                .as("seed " + seed)
                                .isLessThanOrEqualTo(watermarks[each]);
                    }
                }
            }
            for (int channel = 0; channel < channels; channel++) {
                valve.ended(channel);
            }
            assertThat(recorded.last).isEqualTo(Long.MAX_VALUE);
        }
    }
}
