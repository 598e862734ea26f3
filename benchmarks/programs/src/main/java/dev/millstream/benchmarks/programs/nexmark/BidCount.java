package dev.millstream.benchmarks.programs.nexmark;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.Mergeable;
import dev.millstream.benchmarks.programs.nexmark.NexmarkPrograms.Pair;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;

/** An auction and its bids. */
final class BidCount implements AggregateFunction<Bid, BidCount.Bids, Pair>, Mergeable {
    private static final long serialVersionUID = 1L;

    /** Bids so far; changed in place. */
    public static class Bids {
        /** What they are on. */
        public long auction;

        /** How many. */
        public long count;

        /** None so far. */
        public Bids() {}
    }

    @Override
    public Bids createAccumulator() {
        return new Bids();
    }

    @Override
    public Bids add(Bid bid, Bids bids) {
        bids.auction = bid.auction();
        bids.count++;
        return bids;
    }

    @Override
    public Pair getResult(Bids bids) {
        return new Pair(bids.auction, bids.count);
    }

    @Override
    public Bids merge(Bids a, Bids b) {
        a.auction = b.count == 0 ? a.auction : b.auction;
        a.count += b.count;
        return a;
    }
}
