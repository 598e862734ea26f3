package dev.millstream.simulation.run;

import java.util.List;
import java.util.stream.LongStream;

/** Which seeds a suite runs: 1 to a default number, unless system properties say otherwise. */
public final class Seeds {
    /** Replays this one seed only. */
    public static final String SEED_PROPERTY = "simulation.seed";

    /** Runs so many seeds, for a long run. */
    public static final String COUNT_PROPERTY = "simulation.seeds";

    private Seeds() {}

    /** The seeds, unless told otherwise as many as given. */
    public static List<Long> first(int defaultCount) {
        Long only = Long.getLong(SEED_PROPERTY);
        return only != null
                ? List.of(only)
                : LongStream.rangeClosed(1, Integer.getInteger(COUNT_PROPERTY, defaultCount))
                        .boxed()
                        .toList();
    }

    /** Whether one seed is replayed, so that nothing can be said about all of them. */
    public static boolean isReplay() {
        return Long.getLong(SEED_PROPERTY) != null;
    }
}
