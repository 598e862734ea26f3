package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Nexmark 5: of each window the auctions with the most bids. */
final class HotAuctions implements WindowResult {
    /** The auctions with the most bids so far. */
    private static final class Best {
        private long bids;
        private final List<Long> auctions = new ArrayList<>();

        void add(long auction, long count) {
            if (count > bids) {
                bids = count;
                auctions.clear();
            }
            if (count == bids) {
                auctions.add(auction);
            }
        }
    }

    private final TreeMap<Long, Best> windows = new TreeMap<>();
    private Best best = new Best();

    @Override
    public void key(long key, long count, long sum) {
        best.add(key, count);
    }

    @Override
    public void windowEnd(long end) {
        windows.put(end, best);
        best = new Best();
    }

    /** The results of all windows, over the auctions of several. */
    static Tally merged(List<HotAuctions> parts) {
        TreeMap<Long, Best> merged = new TreeMap<>();
        for (HotAuctions part : parts) {
            part.windows.forEach((end, found) -> {
                Best both = merged.computeIfAbsent(end, _ -> new Best());
                found.auctions.forEach(auction -> both.add(auction, found.bids));
            });
        }
        Tally tally = new Tally();
        for (Best found : merged.values()) {
            found.auctions.forEach(auction -> tally.add(NexmarkPrints.pair(auction, found.bids)));
        }
        return tally;
    }
}
