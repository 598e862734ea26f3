package dev.millstream.benchmarks.flink.nexmark;

/** Somebody comes. */
public class FlinkPerson {
    public long id;
    public String name = "";
    public String email = "";
    public String city = "";
    public String state = "";
    public long time;

    /** For serializers. */
    public FlinkPerson() {}
}
