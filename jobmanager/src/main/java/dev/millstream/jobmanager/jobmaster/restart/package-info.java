/** Whether and when a failed job runs again. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.restart;

import org.jspecify.annotations.NullMarked;
