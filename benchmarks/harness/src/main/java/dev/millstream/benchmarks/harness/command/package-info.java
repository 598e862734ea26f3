/** The verb that measures workloads. */
@NullMarked
package dev.millstream.benchmarks.harness.command;

import org.jspecify.annotations.NullMarked;
