/** Measures a chain of operators, built as in a task. */
@NullMarked
package dev.millstream.benchmarks.chain;

import org.jspecify.annotations.NullMarked;
