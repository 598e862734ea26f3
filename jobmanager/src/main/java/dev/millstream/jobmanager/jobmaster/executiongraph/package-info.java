/** A job in its parallel form: vertices, subtasks, attempts, results, and their legal states. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.executiongraph;

import org.jspecify.annotations.NullMarked;
