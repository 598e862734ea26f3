package dev.millstream.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.eventtime.Watermark;
import dev.millstream.api.common.eventtime.WatermarkGenerator;
import dev.millstream.api.common.eventtime.WatermarkOutput;
import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.source.SourceOutput;
import dev.millstream.engine.operator.Output;
import dev.millstream.util.clock.RelativeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitOutputsTest {
    /** Keeps what comes out, in order. */
    private static final class Recorded implements Output {
        private final List<String> events = new ArrayList<>();

        @Override
        public void process(Object value, long timestamp) {
            events.add(value + "@" + timestamp);
        }

        @Override
        public void watermark(long timestamp) {
            events.add("w" + timestamp);
        }

        @Override
        public void watermarkStatus(boolean idle) {
            events.add(idle ? "idle" : "active");
        }
    }

    /** Stands still unless it is moved. */
    private static final class FakeClock implements RelativeClock {
        private long nanos;

        @Override
        public long relativeTimeMillis() {
            return nanos / 1_000_000;
        }

        @Override
        public long relativeTimeNanos() {
            return nanos;
        }
    }

    private final Recorded out = new Recorded();
    private final FakeClock clock = new FakeClock();

    private SplitOutputs outputs(WatermarkStrategy<Object> strategy) {
        return new SplitOutputs(strategy, clock, false, out, out);
    }

    @Test
    void shouldEmitTheWatermarkOfTheSlowestSplit() {
        SplitOutputs outputs = outputs(WatermarkStrategy.forMonotonousTimestamps());
        SourceOutput<Object> a = outputs.createOutputForSplit("a");
        SourceOutput<Object> b = outputs.createOutputForSplit("b");

        a.collect("x", 100);
        outputs.emitPeriodically();
        b.collect("y", 50);
        outputs.emitPeriodically();
        outputs.releaseOutputForSplit("b");

        assertThat(out.events).containsExactly("x@100", "y@50", "w49", "w99");
    }

    @Test
    void shouldNotWaitForAnIdleSplit() {
        SplitOutputs outputs =
                outputs(
                        WatermarkStrategy.<Object>forMonotonousTimestamps()
                                .withIdleness(Duration.ofMillis(1)));
        SourceOutput<Object> a = outputs.createOutputForSplit("a");
        outputs.createOutputForSplit("b");

        clock.nanos += 2_000_000;
        a.collect("x", 100);
        outputs.emitPeriodically();

        assertThat(out.events).containsExactly("x@100", "w99");
    }

    @Test
    void shouldBeIdleWithoutSplitsOnly() {
        SplitOutputs outputs = outputs(WatermarkStrategy.forMonotonousTimestamps());

        outputs.emitPeriodically();
        outputs.splitsAssigned();
        outputs.createOutputForSplit("a").collect("x", 1);
        outputs.releaseOutputForSplit("a");

        assertThat(out.events).containsExactly("idle", "active", "x@1", "idle");
    }

    /** Emits a watermark at each record. */
    private static final class Punctuated implements WatermarkGenerator<Object> {
        @Override
        public void onEvent(Object event, long eventTimestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(eventTimestamp));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }

    @Test
    void shouldEmitAWatermarkAfterTheRecordThatCausesIt() {
        SplitOutputs outputs = outputs(WatermarkStrategy.forGenerator(context -> new Punctuated()));

        outputs.forReader().collect("x", 7);
        outputs.forReader().collect("y", 5);

        assertThat(out.events).containsExactly("x@7", "w7", "y@5");
    }

    @Test
    void shouldAssignTimestamps() {
        SplitOutputs outputs =
                outputs(
                        WatermarkStrategy.<Object>noWatermarks()
                                .withTimestampAssigner((value, given) ->
                                        given == Output.NO_TIMESTAMP ? -1 : given + 1));

        outputs.forReader().collect("x");
        outputs.forReader().collect("y", 7);

        assertThat(out.events).containsExactly("x@-1", "y@8");
    }

    @Test
    void shouldMakeNoWatermarksInBatchMode() {
        SplitOutputs outputs =
                new SplitOutputs(
                        WatermarkStrategy.forMonotonousTimestamps(), clock, true, out, out);

        outputs.forReader().collect("x", 7);
        outputs.emitPeriodically();

        assertThat(out.events).containsExactly("x@7");
    }
}
