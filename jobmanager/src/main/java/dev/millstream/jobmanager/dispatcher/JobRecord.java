package dev.millstream.jobmanager.dispatcher;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.jobmanager.jobmaster.history.StateChangeHistory;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobHistory;
import dev.millstream.protocol.job.JobOverview;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.task.FailureInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What the Dispatcher knows of a job, whichever incarnation of its JobMaster told it, while it
 * lives and after its end. Belongs to the Dispatcher's main thread.
 */
final class JobRecord {
    private static final String JOB = "job";

    private final JobID id;
    private final String name;
    private final JobGraph graph;
    private final JobEvents events = new JobEvents();
    private final long startWallMs;
    private final StateChangeHistory history;
    private final CompletableFuture<JobResult> result = new CompletableFuture<>();
    private Optional<JobDetails> lastDetails = Optional.empty();
    private JobStatus status = JobStatus.INITIALIZING;
    private long endWallMs = -1;

    JobRecord(JobGraph graph, long startWallMs, int historyCapacity) {
        this.id = graph.jobId();
        this.name = graph.name();
        this.graph = JobOutline.of(graph);
        this.startWallMs = startWallMs;
        this.history = new StateChangeHistory(historyCapacity);
        add(startWallMs, JOB, status.name(), Optional.empty());
    }

    /** Without its functions. */
    JobGraph graph() {
        return graph;
    }

    JobHistory events() {
        return events.all();
    }

    JobID id() {
        return id;
    }

    JobStatus status() {
        return status;
    }

    StateChangeHistory history() {
        return history;
    }

    /** A copy, so that a caller can't complete it for the others. */
    CompletableFuture<JobResult> result() {
        return result.copy();
    }

    boolean hasEnded() {
        return endWallMs >= 0;
    }

    JobOverview overview() {
        return new JobOverview(id, name, status, startWallMs, endWallMs);
    }

    /** As they were at the end; without vertices if its JobMaster could not tell them. */
    JobDetails details() {
        return new JobDetails(
                overview(),
                lastDetails.map(JobDetails::vertices).orElse(List.of()),
                lastDetails.map(JobDetails::failures).orElseGet(this::causes));
    }

    /** What its JobMaster has told. */
    void told(StateChange change) {
        if (change.subject().equals(JOB)) {
            status = JobStatus.valueOf(change.state());
        }
        add(change.wallMs(), change.subject(), change.state(), change.failure());
    }

    /** Something that no JobMaster could tell. */
    void note(long wallMs, JobStatus next, Optional<FailureInfo> failure) {
        status = next;
        add(wallMs, JOB, next.name(), failure);
    }

    private void add(long wallMs, String subject, String state, Optional<FailureInfo> failure) {
        StateChange change = history.add(wallMs, subject, state, failure);
        events.add(change, subject.equals(JOB));
    }

    /** Ends it: those who wait for the result get it. */
    void end(long wallMs, JobResult ended, Optional<JobDetails> details) {
        endWallMs = wallMs;
        lastDetails = details;
        JobStatus last = statusOf(ended);
        if (status != last) {
            note(wallMs, last, cause(ended));
        }
        history.close();
        result.complete(ended);
    }

    private List<FailureInfo> causes() {
        return result.isDone() ? cause(result.join()).stream().toList() : List.of();
    }

    private static Optional<FailureInfo> cause(JobResult result) {
        return switch (result) {
            case JobResult.JobResultFailure failure -> Optional.of(failure.cause());
            case JobResult.JobResultSuccess _ -> Optional.empty();
            case JobResult.JobResultCanceled _ -> Optional.empty();
        };
    }

    private static JobStatus statusOf(JobResult result) {
        return switch (result) {
            case JobResult.JobResultSuccess _ -> JobStatus.FINISHED;
            case JobResult.JobResultFailure _ -> JobStatus.FAILED;
            case JobResult.JobResultCanceled _ -> JobStatus.CANCELED;
        };
    }
}
