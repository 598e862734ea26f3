package dev.millstream.benchmarks.flink;

import dev.millstream.benchmarks.process.Assignment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Defines a job. */
@FunctionalInterface
public interface FlinkProgram {
    void define(StreamExecutionEnvironment env, Assignment assignment);
}
