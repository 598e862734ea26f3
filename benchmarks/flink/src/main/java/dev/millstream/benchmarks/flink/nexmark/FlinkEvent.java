package dev.millstream.benchmarks.flink.nexmark;

import org.jspecify.annotations.Nullable;

/** An event of the auction as Flink's Nexmark has it: a bean that holds one of three. */
public class FlinkEvent {
    /** Somebody comes. */
    public @Nullable FlinkPerson person;

    /** Something is offered. */
    public @Nullable FlinkAuction auction;

    /** Somebody bids. */
    public @Nullable FlinkBid bid;

    /** For serializers. */
    public FlinkEvent() {}
}
