package dev.millstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import dev.millstream.types.CustomSerializer;
import dev.millstream.types.Input;
import dev.millstream.types.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records whose class can't be taken apart, through a whole job. */
class ForeignTypesTest {
    private static MiniCluster cluster;

    @BeforeAll
    static void start() {
        cluster = MiniCluster.builder().taskManagers(2).slotsPerTaskManager(2).start();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    /** No getters, and a constructor that takes something else. */
    public static class Price {
        private final String currency;
        private long cents;

        public Price(Object text) {
            currency = String.valueOf(text).substring(0, 1);
            cents = String.valueOf(text).length();
        }

        Price plus(Price other) {
            cents += other.cents;
            return this;
        }

        String text() {
            return currency + cents;
        }
    }

    /** Counts what it writes. */
    public static class PriceSerializer extends CustomSerializer<Price> {
        private static final AtomicInteger WRITTEN = new AtomicInteger();

        @Override
        public void write(Price value, Output out) {
            WRITTEN.incrementAndGet();
            out.writeString(value.currency);
            out.writeLong(value.cents);
        }

        @Override
        public Price read(Input in) {
            Price price = new Price(in.readString());
            price.cents = in.readLong();
            return price;
        }
    }

    private static List<String> run(StreamExecutionEnvironment env) throws Exception {
        List<Price> prices = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            prices.add(new Price(i % 2 == 0 ? "even" : "od"));
        }
        List<Price> totals =
                Programs.collect(
                        env.fromData(prices)
                                .rebalance()
                                .keyBy(price -> price.currency)
                                .reduce(Price::plus));
        return totals.stream().map(Price::text).sorted().toList();
    }

    private static void assertTotals(List<String> totals) {
        assertThat(totals).hasSize(40).contains("e80", "o40", "e4", "o2");
    }

    @Test
    void shouldGoThroughAJobByTheFallback() throws Exception {
        assertTotals(run(Programs.on(cluster, 2)));
    }

    @Test
    void shouldGoThroughAJobByARegisteredSerializer() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        env.getConfig().registerTypeWithSerializer(Price.class, PriceSerializer.class);
        env.getConfig().disableGenericTypes();
        int before = PriceSerializer.WRITTEN.get();
        assertTotals(run(env));
        // Each element into the source, and each result out of the job.
        assertThat(PriceSerializer.WRITTEN.get() - before).isGreaterThanOrEqualTo(80);
    }

    @Test
    void shouldBeRefusedWithTheReasonWhereTheFallbackIs() throws Exception {
        StreamExecutionEnvironment env = Programs.on(cluster, 2);
        env.getConfig().disableGenericTypes();
        assertThatThrownBy(() ->
                        env.fromSequence(1, 3)
                                .map(number -> new Price("x" + number))
                                .keyBy(price -> price.currency)
                                .reduce(Price::plus)
                                .executeAndCollect()
                                .forEachRemaining(price -> {}))
                .satisfies(failure ->
                        assertThat(
                                        failure instanceof ExecutionException
                                                ? failure.getCause()
                                                : failure)
                                .hasStackTraceContaining(Price.class.getName())
                                .hasStackTraceContaining("register a serializer"));
    }
}
