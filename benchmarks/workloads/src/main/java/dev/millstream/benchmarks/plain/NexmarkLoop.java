package dev.millstream.benchmarks.plain;

import dev.millstream.benchmarks.workload.Tally;
import dev.millstream.benchmarks.workload.Workload;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent;
import dev.millstream.benchmarks.workload.nexmark.NexmarkEvent.Bid;
import dev.millstream.benchmarks.workload.nexmark.NexmarkGenerator;
import dev.millstream.benchmarks.workload.nexmark.NexmarkPrints;
import dev.millstream.benchmarks.workload.nexmark.NexmarkRules;

/** The Nexmark queries without state. */
final class NexmarkLoop {
    private NexmarkLoop() {}

    static Tally run(Workload query, long from, long to) {
        Tally tally = new Tally();
        for (long index = from; index < to; index++) {
            NexmarkEvent event = NexmarkGenerator.event(index);
            if (query == Workload.N0) {
                tally.add(event.fingerprint());
            } else if (event instanceof Bid bid) {
                bid(query, bid, tally);
            }
        }
        return tally;
    }

    private static void bid(Workload query, Bid bid, Tally tally) {
        if (query == Workload.N1) {
            tally.add(
                    NexmarkPrints.bid(
                            bid.auction(),
                            bid.bidder(),
                            NexmarkRules.converted(bid.price()),
                            bid.time()));
        } else if (NexmarkRules.isSelected(bid.auction())) {
            tally.add(NexmarkPrints.pair(bid.auction(), bid.price()));
        }
    }
}
