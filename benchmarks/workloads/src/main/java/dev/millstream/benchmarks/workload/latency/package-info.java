/** Events that are due at given times, and how late they arrive. */
@NullMarked
package dev.millstream.benchmarks.workload.latency;

import org.jspecify.annotations.NullMarked;
