package dev.millstream.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.streaming.api.TimeDomain;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.KeyedProcessFunction;
import dev.millstream.util.Collector;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums by key in state; a timer of processing time tells the sum so far a while after a key's first
 * record, one of event time tells the last one.
 */
public final class TimedSums implements Workload {
    private static final long END = 1_000_000;

    private final int numbers;
    private final int keys;
    private final long delayMs;

    /**
     * What a timer has told.
     *
     * @param records how many the list held
     */
    public record Told(long key, boolean last, long sum, int records) implements Serializable {}

    public TimedSums(SeededRandom random) {
        numbers = random.between(300, 900);
        keys = random.between(1, 60);
        delayMs = random.between(0, 40);
    }

    @Override
    public String name() {
        return "timed sums";
    }

    @Override
    public void build(StreamExecutionEnvironment environment) {
        int keyCount = keys;
        environment
                .fromSequence(1, numbers)
                .keyBy(number -> number % keyCount)
                .process(new Summing(delayMs))
                .collectAsync();
    }

    @SuppressWarnings("NullAway") // its fields are set by open()
    private static final class Summing extends KeyedProcessFunction<Long, Long, Told> {
        private static final long serialVersionUID = 1L;
        private final long delayMs;
        private transient ValueState<Long> sum;
        private transient ListState<Long> seen;

        Summing(long delayMs) {
            this.delayMs = delayMs;
        }

        @Override
        public void open(OpenContext context) {
            sum = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", Long.class));
            seen = getRuntimeContext().getListState(new ListStateDescriptor<>("seen", Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<Told> out)
                throws Exception {
            @Nullable Long before = sum.value();
            if (before == null) {
                long nowMs = context.timerService().currentProcessingTime();
                context.timerService().registerProcessingTimeTimer(nowMs + delayMs);
                context.timerService().registerEventTimeTimer(END);
                context.timerService().registerEventTimeTimer(END + 1);
                context.timerService().deleteEventTimeTimer(END + 1);
            }
            sum.update(before == null ? number : before + number);
            seen.add(number);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Told> out)
                throws Exception {
            int records = 0;
            for (Long ignored : seen.get()) {
                records++;
            }
            boolean last = context.timeDomain() == TimeDomain.EVENT_TIME;
            out.collect(new Told(context.getCurrentKey(), last, sum.value(), records));
        }
    }

    @Override
    public void check(List<Object> collected, boolean batch) {
        Map<Long, Told> early = new TreeMap<>();
        Map<Long, Told> last = new TreeMap<>();
        for (Object record : collected) {
            Told told = (Told) record;
            assertThat((told.last() ? last : early).put(told.key(), told)).isNull();
        }
        Map<Long, Told> oracle = new TreeMap<>();
        for (long number = 1; number <= numbers; number++) {
            oracle.merge(
                    number % keys,
                    new Told(number % keys, true, number, 1),
                    (a, b) -> new Told(a.key(), true, a.sum() + b.sum(), a.records() + 1));
        }
        assertThat(last).isEqualTo(oracle);
        for (Told told : early.values()) {
            Told end = Objects.requireNonNull(last.get(told.key()));
            assertThat(told.sum()).isBetween(1L, end.sum());
            assertThat(told.records()).isBetween(1, end.records());
        }
        if (batch) {
            assertThat(early.keySet()).isEqualTo(oracle.keySet());
        }
    }
}
