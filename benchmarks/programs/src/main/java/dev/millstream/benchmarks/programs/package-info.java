/** The workloads as a user of Millstream writes them. */
@NullMarked
package dev.millstream.benchmarks.programs;

import org.jspecify.annotations.NullMarked;
