/** Processes that are measured, in turn, round by round. */
@NullMarked
package dev.millstream.benchmarks.harness.run;

import org.jspecify.annotations.NullMarked;
