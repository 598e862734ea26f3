package dev.millstream.benchmarks.types;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records to measure with. */
final class Rows {
    private Rows() {}

    record ThreeLongs(long a, long b, long c) {}

    enum Side {
        BUY,
        SELL
    }

    record Trade(
            long id,
            String symbol,
            Side side,
            double price,
            int quantity,
            Instant at,
            Party party) {}

    record Party(String name, @Nullable String desk, long account) {}

    record Basket(String name, List<Trade> trades) {}

    static Trade trade(long id) {
        return new Trade(
                id,
                "ACME" + id % 10,
                id % 2 == 0 ? Side.BUY : Side.SELL,
                17.5 + id,
                (int) id,
                Instant.ofEpochMilli(1_700_000_000_000L + id),
                new Party("First Bank", null, id * 31));
    }

    static Basket basket() {
        return new Basket("basket", List.of(trade(1), trade(2), trade(3), trade(4), trade(5)));
    }
}
