package dev.millstream.simulation.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millstream.api.common.functions.MapFunction;
import dev.millstream.simulation.scheduler.SeededRandom;
import dev.millstream.streaming.api.datastream.DataStream;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.streaming.api.functions.co.CoFlatMapFunction;
import dev.millstream.util.Collector;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Connects two streams, one of numbers from a split source, by key; then sums by side and key. */
public final class TwoInputs implements Workload {
    private final int numbers;
    private final List<Long> others;
    private final int keys;
    private final Map<String, Sum> oracle = new TreeMap<>();

    /**
     * What has come of one side for a key.
     *
     * @param side from which input
     * @param key of the connected streams
     * @param records how many
     * @param total their sum
     */
    public record Sum(String side, int key, int records, long total) implements Serializable {
        Sum plus(Sum other) {
            return new Sum(side, key, records + other.records, total + other.total);
        }

        String group() {
            return side + key;
        }
    }

    public TwoInputs(SeededRandom random) {
        this.numbers = random.between(500, 600);
        this.keys = random.between(1, 40);
        this.others =
                IntStream.range(0, random.between(500, 600))
                        .mapToObj(i -> (long) random.nextInt(1_000))
                        .toList();
        for (long number = 1; number <= numbers; number++) {
            expect(new Sum("left", key(number, keys), 1, number));
        }
        others.forEach(number -> expect(new Sum("right", key(number, keys), 1, number)));
    }

    private void expect(Sum sum) {
        oracle.merge(sum.group(), sum, Sum::plus);
    }

    private static int key(long number, int keys) {
        return (int) (number % keys);
    }

    @Override
    public String name() {
        return "two inputs";
    }

    @Override
    public void build(StreamExecutionEnvironment environment) {
        int keyCount = keys;
        DataStream<Long> left =
                environment.fromSequence(1, numbers).map(new Same()).name("numbers");
        DataStream<Long> right = environment.fromData(others).rebalance().map(new Same());
        left.connect(right)
                .keyBy(number -> key(number, keyCount), number -> key(number, keyCount))
                .flatMap(new Tag(keyCount))
                .keyBy(Sum::group)
                .reduce(Sum::plus)
                .collectAsync();
    }

    private static final class Same implements MapFunction<Long, Long> {
        @Override
        public Long map(Long number) {
            return number;
        }
    }

    private record Tag(int keys) implements CoFlatMapFunction<Long, Long, Sum> {
        @Override
        public void flatMap1(Long number, Collector<Sum> out) {
            out.collect(new Sum("left", key(number, keys), 1, number));
        }

        @Override
        public void flatMap2(Long number, Collector<Sum> out) {
            out.collect(new Sum("right", key(number, keys), 1, number));
        }
    }

    @Override
    public void check(List<Object> collected, boolean batch) {
        Map<String, Sum> last = new TreeMap<>();
        for (Object record : collected) {
            Sum sum = (Sum) record;
            Sum before = last.put(sum.group(), sum);
            if (!batch) {
                assertThat(sum.records())
                        .describedAs("%s after %s", sum, before)
                        .isEqualTo(before == null ? 1 : before.records() + 1);
            }
        }
        assertThat(last).isEqualTo(oracle);
        assertThat(collected).hasSize(batch ? oracle.size() : numbers + others.size());
    }
}
