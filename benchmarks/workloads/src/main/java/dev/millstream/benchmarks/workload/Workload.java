package dev.millstream.benchmarks.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured. */
public enum Workload {
    /** Counts the words of a text into files. A unit is one copy of the text. */
    W1("words", Kind.THROUGHPUT, 1),
    /** A running sum for each of a million keys, every update to a sink. */
    W2("events", Kind.THROUGHPUT, 2_000_000),
    /** Count and sum by key in windows of 10 s that begin each second; 10,000 keys. */
    W3("events", Kind.THROUGHPUT, 2_000_000),
    /** Count and sum by key in windows of 1 s; a million keys. */
    W4("events", Kind.THROUGHPUT, 2_000_000),
    /** A chain of eight operators without state. */
    W5("events", Kind.THROUGHPUT, 5_000_000),
    /** Nexmark query 0: every event passes. */
    N0("events", Kind.THROUGHPUT, 2_000_000),
    /** Nexmark query 1: prices in another currency. */
    N1("events", Kind.THROUGHPUT, 2_000_000),
    /** Nexmark query 2: bids on some auctions. */
    N2("events", Kind.THROUGHPUT, 2_000_000),
    /** Nexmark query 5: auctions with the most bids. */
    N5("events", Kind.THROUGHPUT, 2_000_000),
    /** Nexmark query 8: people who have just come and sell. */
    N8("events", Kind.THROUGHPUT, 2_000_000),
    /** Latency of a keyed sum behind a shuffle, at 200,000 events a second. */
    W7A("events", Kind.LATENCY, 200_000),
    /** The same at 5,000 events a second. */
    W7B("events", Kind.LATENCY, 5_000),
    /** A whole process that counts the words of a few lines. */
    W8("starts", Kind.START, 1),
    /** W2 with its sources in one process and its sums in another, so that every record crosses. */
    W12("events", Kind.THROUGHPUT, 2_000_000);

    /** How a workload is measured. */
    public enum Kind {
        /** As many events as possible. */
        THROUGHPUT,
        /** So many events a second, and how late each one's result is. */
        LATENCY,
        /** How long a process lives. */
        START
    }

    private final String things;
    private final Kind kind;
    private final long firstUnits;

    Workload(String things, Kind kind, long firstUnits) {
        this.things = things;
        this.kind = kind;
        this.firstUnits = firstUnits;
    }

    /** What is counted a second. */
    public String things() {
        return things;
    }

    public Kind kind() {
        return kind;
    }

    /** How many the first run in a process takes; for latency: how many a second. */
    public long firstUnits() {
        return firstUnits;
    }

    /** The workloads that a name stands for; W6 and W7 are several. None when there is none. */
    public static Optional<List<Workload>> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace("-", "");
        List<Workload> group =
                switch (wanted) {
                    case "W6" -> List.of(N0, N1, N2, N5, N8);
                    case "W7" -> List.of(W7A, W7B);
                    default ->
                            Arrays.stream(values()).filter(it -> it.name().equals(wanted)).toList();
                };
        return group.isEmpty() ? Optional.empty() : Optional.of(group);
    }
}
