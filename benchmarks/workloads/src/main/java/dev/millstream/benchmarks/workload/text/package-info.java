/** A text by rule, and counts of its words. */
@NullMarked
package dev.millstream.benchmarks.workload.text;

import org.jspecify.annotations.NullMarked;
