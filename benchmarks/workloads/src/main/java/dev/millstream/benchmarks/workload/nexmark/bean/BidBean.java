package dev.millstream.benchmarks.workload.nexmark.bean;

/** Somebody bids. */
public class BidBean {
    public long auction;
    public long bidder;
    public long price;
    public String channel = "";
    public long time;

    /** For serializers. */
    public BidBean() {}
}
