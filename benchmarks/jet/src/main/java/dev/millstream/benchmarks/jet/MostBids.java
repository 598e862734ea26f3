package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.aggregate.AggregateOperation;
import com.hazelcast.jet.aggregate.AggregateOperation1;
import com.hazelcast.jet.datamodel.KeyedWindowResult;
import com.hazelcast.jet.datamodel.Tuple2;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The most bids, and the auctions that have so many. */
final class MostBids implements Serializable {
    private static final long serialVersionUID = 1L;

    private long bids;
    private final List<Long> auctions = new ArrayList<>();

    static AggregateOperation1<KeyedWindowResult<Long, Long>, MostBids, MostBids> operation() {
        return AggregateOperation.withCreate(MostBids::new)
                .andAccumulate((MostBids best, KeyedWindowResult<Long, Long> counted) ->
                        best.add(counted.key(), counted.result()))
                .andCombine((best, other) ->
                        other.auctions.forEach(auction -> best.add(auction, other.bids)))
                .andExportFinish(best -> best);
    }

    private void add(long auction, long count) {
        if (count > bids) {
            bids = count;
            auctions.clear();
        }
        if (count == bids) {
            auctions.add(auction);
        }
    }

    List<Tuple2<Long, Long>> pairs() {
        return auctions.stream().map(auction -> Tuple2.tuple2(auction, bids)).toList();
    }
}
