package dev.millstream.benchmarks.workload.nexmark.bean;

/** Something is offered. */
public class AuctionBean {
    public long id;
    public String itemName = "";
    public String description = "";
    public long initialBid;
    public long reserve;
    public long time;
    public long expires;
    public long seller;
    public long category;

    /** For serializers. */
    public AuctionBean() {}
}
