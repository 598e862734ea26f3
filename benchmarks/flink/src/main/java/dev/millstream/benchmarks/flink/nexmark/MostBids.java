package dev.millstream.benchmarks.flink.nexmark;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;

/** The most bids, and the auctions that have so many. */
final class MostBids
        implements AggregateFunction<
                Tuple2<Long, Long>, Tuple2<Long, List<Long>>, Tuple2<Long, List<Long>>> {
    private static final long serialVersionUID = 1L;

    /** Type of the result. */
    static final TypeInformation<Tuple2<Long, List<Long>>> BEST =
            Types.TUPLE(Types.LONG, Types.LIST(Types.LONG));

    @Override
    public Tuple2<Long, List<Long>> createAccumulator() {
        return Tuple2.of(0L, new ArrayList<>());
    }

    @Override
    public Tuple2<Long, List<Long>> add(Tuple2<Long, Long> counted, Tuple2<Long, List<Long>> best) {
        if (counted.f1 > best.f0) {
            best.f0 = counted.f1;
            best.f1.clear();
        }
        if (counted.f1.equals(best.f0)) {
            best.f1.add(counted.f0);
        }
        return best;
    }

    @Override
    public Tuple2<Long, List<Long>> getResult(Tuple2<Long, List<Long>> best) {
        return best;
    }

    @Override
    public Tuple2<Long, List<Long>> merge(
            Tuple2<Long, List<Long>> one, Tuple2<Long, List<Long>> other) {
        if (one.f0.equals(other.f0)) {
            one.f1.addAll(other.f1);
            return one;
        }
        return one.f0 > other.f0 ? one : other;
    }

    /** One record for each auction. */
    static final class Unfold
            implements FlatMapFunction<Tuple2<Long, List<Long>>, Tuple2<Long, Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Tuple2<Long, List<Long>> best, Collector<Tuple2<Long, Long>> out) {
            best.f1.forEach(auction -> out.collect(Tuple2.of(auction, best.f0)));
        }
    }
}
