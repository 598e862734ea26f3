package dev.millstream.benchmarks.programs.nexmark;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.benchmarks.programs.nexmark.NexmarkPrograms.Pair;
import java.util.ArrayList;
import java.util.List;

/** The most bids, and the auctions that have so many. */
final class MostBids implements AggregateFunction<Pair, MostBids.Best, MostBids.Best> {
    private static final long serialVersionUID = 1L;

    /** The auctions with the most bids so far; changed in place. */
    public static class Best {
        /** How many. */
        public long bids;

        /** Which have so many. */
        public List<Long> auctions = new ArrayList<>();

        /** None so far. */
        public Best() {}

        Best add(long auction, long count) {
            if (count > bids) {
                bids = count;
                auctions.clear();
            }
            if (count == bids) {
                auctions.add(auction);
            }
            return this;
        }
    }

    @Override
    public Best createAccumulator() {
        return new Best();
    }

    @Override
    public Best add(Pair counted, Best best) {
        return best.add(counted.first(), counted.second());
    }

    @Override
    public Best getResult(Best best) {
        return best;
    }

    @Override
    public Best merge(Best a, Best b) {
        b.auctions.forEach(auction -> a.add(auction, b.bids));
        return a;
    }
}
