/** Accumulators: values that a job's subtasks count up, merged for its client. */
@NullMarked
package dev.millstream.api.common.accumulators;

import org.jspecify.annotations.NullMarked;
