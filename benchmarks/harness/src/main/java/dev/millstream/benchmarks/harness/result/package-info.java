/** What was measured, and statistics of it. */
@NullMarked
package dev.millstream.benchmarks.harness.result;

import org.jspecify.annotations.NullMarked;
