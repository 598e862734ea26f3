package dev.millstream.jobmanager.ledger;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.task.Acknowledge;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Remembers the jobs that run beyond the JobManager's own end. Called on one main thread. */
public interface JobLedger {
    /** Remembers nothing. */
    JobLedger NONE =
            new JobLedger() {
                @Override
                public List<Entry> lost() {
                    return List.of();
                }

                @Override
                public CompletableFuture<Acknowledge> begun(Entry job) {
                    return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
                }

                @Override
                public void ended(JobID job) {}
            };

    /** The jobs that ran when an earlier JobManager ended, the latest first. */
    List<Entry> lost();

    /**
     * A job is about to run.
     *
     * @return completed when that is on disk; fails when it can't be
     */
    CompletableFuture<Acknowledge> begun(Entry job);

    /** A job has ended, or a lost one needn't be told of any more. */
    void ended(JobID job);

    /**
     * A job.
     *
     * @param job its id
     * @param name for people
     * @param startMs when it was submitted, since 1970
     */
    record Entry(JobID job, String name, long startMs) {}
}
