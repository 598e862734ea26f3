package dev.millstream.benchmarks.flink.nexmark;

/** Something is offered. */
public class FlinkAuction {
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
    public FlinkAuction() {}
}
