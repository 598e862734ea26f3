/** Benchmarks of what crosses from process to process. */
@NullMarked
package dev.millstream.benchmarks.link;

import org.jspecify.annotations.NullMarked;
