package dev.millstream.benchmarks.programs.latency;

import dev.millstream.api.connector.source.SourceSplit;

/**
 * Every n-th event.
 *
 * @param number which
 */
record PacedSplit(int number) implements SourceSplit {
    @Override
    public String splitId() {
        return Integer.toString(number);
    }
}
