/** The latency workload as a user of Apache Flink writes it. */
@NullMarked
package dev.millstream.benchmarks.flink.latency;

import org.jspecify.annotations.NullMarked;
