/** The workloads as a user of Apache Flink writes them. */
@NullMarked
package dev.millstream.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
