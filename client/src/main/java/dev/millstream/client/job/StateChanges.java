package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.protocol.job.StateChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Follows a job's changes until it has ended. */
final class StateChanges {
    private static final String JOB = "job";

    private final JobAccess jobs;
    private final JobID job;
    private final StateChangeListener listener;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private StateChanges(JobAccess jobs, JobID job, StateChangeListener listener) {
        this.jobs = jobs;
        this.job = job;
        this.listener = listener;
    }

    /** Completed when the last change was told, or no more can be had; never fails. */
    static CompletableFuture<Void> follow(JobAccess jobs, JobID job, StateChangeListener listener) {
        StateChanges changes = new StateChanges(jobs, job, listener);
        changes.after(0);
        return changes.ended;
    }

    private void after(long sequence) {
        var _ =
                jobs.requestStateChanges(job, sequence)
                        .whenComplete((changes, failure) -> {
                            if (failure != null || changes.isEmpty()) {
                                ended.complete(null);
                            } else {
                                tell(changes);
                            }
                        });
    }

    private void tell(List<StateChange> changes) {
        for (StateChange change : changes) {
            listener.onStateChange(job, change);
            if (isEnd(change)) {
                ended.complete(null);
                return;
            }
        }
        after(changes.getLast().sequence());
    }

    private static boolean isEnd(StateChange change) {
        return change.subject().equals(JOB)
                && JobStatus.valueOf(change.state()).isGloballyTerminalState();
    }
}
