/** The workloads written by hand, without an engine, on one thread and on two. */
@NullMarked
package dev.millstream.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
