/** Which source subtask gets which input split. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.splits;

import org.jspecify.annotations.NullMarked;
