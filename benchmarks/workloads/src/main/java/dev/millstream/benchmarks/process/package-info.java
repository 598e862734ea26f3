/** The process in which one engine is measured. */
@NullMarked
package dev.millstream.benchmarks.process;

import org.jspecify.annotations.NullMarked;
