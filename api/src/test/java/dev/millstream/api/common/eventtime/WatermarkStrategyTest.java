package dev.millstream.api.common.eventtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.util.clock.RelativeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatermarkStrategyTest {
    private static final TimestampAssignerSupplier.Context ASSIGNER_CONTEXT =
            new TimestampAssignerSupplier.Context() {};

    private final List<String> emitted = new ArrayList<>();
    private long nowMs;

    private final WatermarkOutput output =
            new WatermarkOutput() {
                @Override
                public void emitWatermark(Watermark watermark) {
                    emitted.add(Long.toString(watermark.getTimestamp()));
                }

                @Override
                public void markIdle() {
                    emitted.add("idle");
                }

                @Override
                public void markActive() {
                    emitted.add("active");
                }
            };

    private final RelativeClock clock =
            new RelativeClock() {
                @Override
                public long relativeTimeMillis() {
                    return nowMs;
                }

                @Override
                public long relativeTimeNanos() {
                    return nowMs * 1_000_000;
                }
            };

    private WatermarkGenerator<String> generator(WatermarkStrategy<String> strategy) {
        return strategy.createWatermarkGenerator(() -> clock);
    }

    @Test
    void shouldStayBehindTheHighestTimestamp() {
        WatermarkGenerator<String> generator =
                generator(WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(10)));
        generator.onPeriodicEmit(output);
        generator.onEvent("a", 100, output);
        generator.onEvent("b", 90, output);
        generator.onPeriodicEmit(output);
        assertThat(emitted).containsExactly(Long.toString(Long.MIN_VALUE), "89");
    }

    @Test
    void shouldFollowAscendingTimestampsDirectly() {
        WatermarkGenerator<String> generator =
                generator(WatermarkStrategy.forMonotonousTimestamps());
        generator.onEvent("a", 100, output);
        generator.onPeriodicEmit(output);
        assertThat(emitted).containsExactly("99");
    }

    @Test
    void shouldMakeNoneWhenNoneAreWanted() {
        WatermarkGenerator<String> generator = generator(WatermarkStrategy.noWatermarks());
        generator.onEvent("a", 100, output);
        generator.onPeriodicEmit(output);
        assertThat(emitted).isEmpty();
    }

    @Test
    void shouldBeIdleAfterTheTimeout() {
        WatermarkGenerator<String> generator =
                generator(
                        WatermarkStrategy.<String>forMonotonousTimestamps()
                                .withIdleness(Duration.ofMillis(50)));
        generator.onEvent("a", 100, output);
        nowMs = 49;
        generator.onPeriodicEmit(output);
        nowMs = 50;
        generator.onPeriodicEmit(output);
        nowMs = 99;
        generator.onPeriodicEmit(output);
        generator.onEvent("b", 200, output);
        generator.onPeriodicEmit(output);
        assertThat(emitted).containsExactly("99", "idle", "active", "199");
    }

    @Test
    void shouldAssignTimestampsAsTold() {
        WatermarkStrategy<String> strategy =
                WatermarkStrategy.<String>noWatermarks()
                        .withTimestampAssigner((event, recorded) -> event.length() + recorded)
                        .withIdleness(Duration.ofSeconds(1));
        assertThat(strategy.createTimestampAssigner(ASSIGNER_CONTEXT).extractTimestamp("abc", 10))
                .isEqualTo(13);
        assertThat(
                        WatermarkStrategy.<String>noWatermarks()
                                .createTimestampAssigner(ASSIGNER_CONTEXT)
                                .extractTimestamp("abc", 10))
                .isEqualTo(10);
    }

    @Test
    void shouldTakeTheUsersGenerator() {
        WatermarkGenerator<String> generator =
                generator(
                        WatermarkStrategy.forGenerator(
                                context -> new BoundedOutOfOrdernessWatermarks<>(Duration.ZERO)));
        generator.onEvent("a", 5, output);
        generator.onPeriodicEmit(output);
        assertThat(emitted).containsExactly("4");
    }

    @Test
    void shouldRefuseTimesThatCannotBe() {
        WatermarkStrategy<String> strategy = WatermarkStrategy.noWatermarks();
        assertThatThrownBy(() -> strategy.withIdleness(Duration.ZERO))
                .hasMessageContaining("must be positive");
        assertThatThrownBy(() -> WatermarkStrategy.forBoundedOutOfOrderness(Duration.ofMillis(-1)))
                .hasMessageContaining("must not be negative");
    }

    @Test
    void shouldShowWatermarksAsTime() {
        assertThat(new Watermark(0).getFormattedTimestamp()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(new Watermark(1)).isLessThan(Watermark.MAX_WATERMARK);
    }
}
