/** The events of an online auction, by rule, after the Nexmark benchmark. */
@NullMarked
package dev.millstream.benchmarks.workload.nexmark;

import org.jspecify.annotations.NullMarked;
