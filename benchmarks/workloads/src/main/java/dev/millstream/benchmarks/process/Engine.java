package dev.millstream.benchmarks.process;

import dev.millstream.benchmarks.workload.Workload;
import java.util.List;

/** What runs workloads, such as a cluster in this process. Started by its constructor. */
public interface Engine extends AutoCloseable {
    /**
     * The program for a workload.
     *
     * @param variant which of several ways to write it
     * @throws IllegalArgumentException if there is none
     */
    Program program(Workload workload, String variant);

    /** Processes that belong to it, but for this one; what they use is counted, too. */
    default List<ProcessHandle> processes() {
        return List.of();
    }

    /** Stops what was started. */
    @Override
    void close();
}
