package dev.millstream.simulation.workload;

import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.util.List;

/** A job and what must come out of it, whatever the order in which things happen. */
public interface Workload {
    /** For people. */
    String name();

    /** Builds the program, up to the stream that is collected. */
    void build(StreamExecutionEnvironment environment);

    /**
     * Compares what was collected with the oracle.
     *
     * @param batch whether it ran in batch mode, in which keyed operators emit final results only
     */
    void check(List<Object> collected, boolean batch);
}
