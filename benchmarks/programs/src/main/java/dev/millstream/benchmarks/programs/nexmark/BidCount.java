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

        Bids add(long onAuction) {
            auction = onAuction;
            count++;
            return this;
        }

        Bids add(Bids other) {
            auction = other.count == 0 ? auction : other.auction;
            count += other.count;
            return this;
        }
    }

    @Override
    public Bids createAccumulator() {
        return new Bids();
    }

    @Override
    public Bids add(Bid bid, Bids bids) {
        return bids.add(bid.auction());
    }

    @Override
    public Pair getResult(Bids bids) {
        return new Pair(bids.auction, bids.count);
    }

    @Override
    public Bids merge(Bids a, Bids b) {
        return a.add(b);
    }
}
