package dev.millstream.benchmarks.flink.nexmark;

import dev.millstream.benchmarks.workload.nexmark.bean.BidBean;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.java.tuple.Tuple2;

/** An auction and its bids. */
final class BidCount implements AggregateFunction<BidBean, Tuple2<Long, Long>, Tuple2<Long, Long>> {
    private static final long serialVersionUID = 1L;

    @Override
    public Tuple2<Long, Long> createAccumulator() {
        return Tuple2.of(0L, 0L);
    }

    @Override
    public Tuple2<Long, Long> add(BidBean bid, Tuple2<Long, Long> count) {
        count.f0 = bid.auction;
        count.f1++;
        return count;
    }

    @Override
    public Tuple2<Long, Long> getResult(Tuple2<Long, Long> count) {
        return count;
    }

    @Override
    public Tuple2<Long, Long> merge(Tuple2<Long, Long> one, Tuple2<Long, Long> other) {
        return Tuple2.of(one.f0, one.f1 + other.f1);
    }
}
