package dev.millstream.benchmarks.workload.nexmark;

/** What happens at the auction. */
public sealed interface NexmarkEvent {
    /** When it happens, in milliseconds. */
    long time();

    /** One number for the whole event. */
    long fingerprint();

    /** Somebody comes. */
    record Person(long id, String name, String email, String city, String state, long time)
            implements NexmarkEvent {
        @Override
        public long fingerprint() {
            return NexmarkPrints.person(id, name, city, time);
        }
    }

    /** Something is offered. */
    record Auction(
            long id,
            String itemName,
            String description,
            long initialBid,
            long reserve,
            long time,
            long expires,
            long seller,
            long category)
            implements NexmarkEvent {
        @Override
        public long fingerprint() {
            return NexmarkPrints.auction(id, itemName, seller, expires);
        }
    }

    /** Somebody bids. */
    record Bid(long auction, long bidder, long price, String channel, long time)
            implements NexmarkEvent {
        @Override
        public long fingerprint() {
            return NexmarkPrints.bid(auction, bidder, price, time);
        }
    }
}
