package dev.millstream.simulation.cluster;

import java.util.List;
import java.util.stream.LongStream;

/** Prints the trace hashes of runs, one a line: what another process compares with its own. */
final class TraceHashes {
    private TraceHashes() {}

    /** The first and the last seed. */
    public static void main(String[] args) {
        of(Long.parseLong(args[0]), Long.parseLong(args[1])).forEach(System.out::println);
    }

    static List<String> of(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seed -> "seed %d trace %016x".formatted(seed, hash(seed)))
                .toList();
    }

    private static long hash(long seed) {
        return ClusterRun.of(seed).traceHash();
    }
}
