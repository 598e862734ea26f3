package dev.millstream.benchmarks.programs;

import dev.millstream.benchmarks.process.Assignment;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;

/** Defines a job. */
@FunctionalInterface
interface OwnProgram {
    void define(StreamExecutionEnvironment env, Assignment assignment);
}
