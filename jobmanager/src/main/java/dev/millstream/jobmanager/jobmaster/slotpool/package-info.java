/** The slots that a job has been offered, and the wait for them. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.slotpool;

import org.jspecify.annotations.NullMarked;
