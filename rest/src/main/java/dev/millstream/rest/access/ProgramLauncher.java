package dev.millstream.rest.access;

import dev.millstream.api.common.JobID;
import java.util.concurrent.CompletableFuture;

/** Runs programs' main methods in processes of their own, never in the JobManager. Thread-safe. */
public interface ProgramLauncher {
    /**
     * Starts a program.
     *
     * @return the first job that it submits; fails, with a paragraph for the user, if the program
     *     ends without one. When it is cancelled, as the caller waits no longer, the program is
     *     ended
     */
    CompletableFuture<JobID> launch(ProgramRun run);
}
