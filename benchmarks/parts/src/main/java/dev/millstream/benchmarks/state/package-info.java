/** Benchmarks of state tables. */
@NullMarked
package dev.millstream.benchmarks.state;

import org.jspecify.annotations.NullMarked;
