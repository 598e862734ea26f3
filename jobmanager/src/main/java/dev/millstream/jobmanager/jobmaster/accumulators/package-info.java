/** Accumulators of a job's tasks, merged. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.accumulators;

import org.jspecify.annotations.NullMarked;
