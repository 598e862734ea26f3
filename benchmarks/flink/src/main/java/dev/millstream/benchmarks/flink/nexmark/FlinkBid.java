package dev.millstream.benchmarks.flink.nexmark;

/** Somebody bids. */
public class FlinkBid {
    public long auction;
    public long bidder;
    public long price;
    public String channel = "";
    public long time;

    /** For serializers. */
    public FlinkBid() {}
}
