package dev.millstream.benchmarks.workload.nexmark.bean;

import org.jspecify.annotations.Nullable;

/** An event of the auction as a bean that holds one of three. */
public class EventBean {
    /** Somebody comes. */
    public @Nullable PersonBean person;

    /** Something is offered. */
    public @Nullable AuctionBean auction;

    /** Somebody bids. */
    public @Nullable BidBean bid;

    /** For serializers. */
    public EventBean() {}
}
