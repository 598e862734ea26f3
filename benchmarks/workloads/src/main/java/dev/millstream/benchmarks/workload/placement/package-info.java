/** In which processes the parts of a job have run. */
@NullMarked
package dev.millstream.benchmarks.workload.placement;

import org.jspecify.annotations.NullMarked;
