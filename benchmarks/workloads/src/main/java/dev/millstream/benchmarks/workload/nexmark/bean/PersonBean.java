package dev.millstream.benchmarks.workload.nexmark.bean;

/** Somebody comes. */
public class PersonBean {
    public long id;
    public String name = "";
    public String email = "";
    public String city = "";
    public String state = "";
    public long time;

    /** For serializers. */
    public PersonBean() {}
}
