/** The latency workload as a user of Millstream writes it. */
@NullMarked
package dev.millstream.benchmarks.programs.latency;

import org.jspecify.annotations.NullMarked;
