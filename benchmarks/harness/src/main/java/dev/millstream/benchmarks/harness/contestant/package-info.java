/** Who takes part: engines, variants of their programs, and how their processes are started. */
@NullMarked
package dev.millstream.benchmarks.harness.contestant;

import org.jspecify.annotations.NullMarked;
