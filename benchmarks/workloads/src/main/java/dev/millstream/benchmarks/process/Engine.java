package dev.millstream.benchmarks.process;

import dev.millstream.benchmarks.workload.Workload;

/** What runs workloads, such as a cluster in this process. Started by its constructor. */
public interface Engine extends AutoCloseable {
    /**
     * The program for a workload.
     *
     * @param variant which of several ways to write it
     * @throws IllegalArgumentException if there is none
     */
    Program program(Workload workload, String variant);

    /** Stops what was started. */
    @Override
    void close();
}
