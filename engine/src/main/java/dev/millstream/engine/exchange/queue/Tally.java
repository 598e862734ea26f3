package dev.millstream.engine.exchange.queue;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what an exchange holds, so that a leak shows: what was added must have been taken away
 * when all is over. Thread-safe.
 */
public final class Tally {
    /** What is counted. */
    public enum Kind {
        BATCHES,
        BUFFERS,
        BYTES,
        PARTITIONS,
        GATES,
        REQUESTS,
        FILES,
        LINKS
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    public Tally() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /** Adds a number, which may be negative. */
    public void add(Kind kind, long change) {
        adder(kind).add(change);
    }

    /** Exact only while nothing changes. */
    public long get(Kind kind) {
        return adder(kind).sum();
    }

    private LongAdder adder(Kind kind) {
        LongAdder adder = counts.get(kind);
        if (adder == null) {
            throw new IllegalStateException("Nothing counts " + kind);
        }
        return adder;
    }
}
