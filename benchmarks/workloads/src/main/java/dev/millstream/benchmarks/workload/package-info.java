/** What is measured: workloads, their events by rule, and fingerprints of their results. */
@NullMarked
package dev.millstream.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
