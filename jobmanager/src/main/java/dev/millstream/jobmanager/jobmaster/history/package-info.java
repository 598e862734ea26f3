/** What has happened to a job, for those who watch it. */
@NullMarked
package dev.millstream.jobmanager.jobmaster.history;

import org.jspecify.annotations.NullMarked;
