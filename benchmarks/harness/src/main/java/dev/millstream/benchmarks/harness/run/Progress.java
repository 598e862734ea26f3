package dev.millstream.benchmarks.harness.run;

import dev.millstream.benchmarks.harness.result.Sample;

/** Told of what happens. */
public interface Progress {
    /** A process is about to be started. */
    void starts(String what);

    /** It has ended. */
    void ended(Sample sample);
}
