package dev.millstream.benchmarks.workload;

/** An {@link Event} as a bean that can be changed. */
public class EventPojo {
    /** Of the event. */
    public long key;

    /** To add up. */
    public long value;

    /** Of the event, in milliseconds. */
    public long time;

    /** For serializers. */
    public EventPojo() {}

    /** A bean with these values. */
    public EventPojo(long key, long value, long time) {
        this.key = key;
        this.value = value;
        this.time = time;
    }
}
