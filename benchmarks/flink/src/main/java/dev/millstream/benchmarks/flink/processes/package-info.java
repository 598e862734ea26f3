/** A cluster of processes, and the workload whose records all go from one to another. */
@NullMarked
package dev.millstream.benchmarks.flink.processes;

import org.jspecify.annotations.NullMarked;
