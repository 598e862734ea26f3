/** Which jobs run, on disk, so that a JobManager's next start can tell which were lost. */
@NullMarked
package dev.millstream.jobmanager.ledger;

import org.jspecify.annotations.NullMarked;
