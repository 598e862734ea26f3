package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.api.common.JobStatus;
import java.util.List;

/**
 * The status of a job, and which may follow which:
 *
 * <ul>
 *   <li>INITIALIZING → CREATED: its JobMaster runs;
 *   <li>CREATED → RUNNING: its sources run;
 *   <li>CREATED, RUNNING → RESTARTING: a task has failed and there is another try;
 *   <li>RESTARTING → CREATED: all attempts have ended and new ones are made;
 *   <li>INITIALIZING, CREATED, RUNNING, RESTARTING → FAILING: there is no other try;
 *   <li>INITIALIZING, CREATED, RUNNING, RESTARTING → CANCELLING: the user wants it so;
 *   <li>RUNNING → FINISHED, FAILING → FAILED, CANCELLING → CANCELED: all attempts have ended.
 * </ul>
 */
public final class JobStatusMachine {
    private final String job;
    private JobStatus status = JobStatus.INITIALIZING;

    /**
     * @param job what errors call it
     */
    public JobStatusMachine(String job) {
        this.job = job;
    }

    public JobStatus status() {
        return status;
    }

    /**
     * Goes on to the next status.
     *
     * @throws IllegalTransitionException if it may not follow
     */
    public void to(JobStatus next) {
        if (!successors(status).contains(next)) {
            throw new IllegalTransitionException("Job " + job, status, next);
        }
        status = next;
    }

    /** What may follow a status. */
    public static List<JobStatus> successors(JobStatus status) {
        return switch (status) {
            case INITIALIZING ->
                    List.of(JobStatus.CREATED, JobStatus.FAILING, JobStatus.CANCELLING);
            case CREATED ->
                    List.of(
                            JobStatus.RUNNING,
                            JobStatus.RESTARTING,
                            JobStatus.FAILING,
                            JobStatus.CANCELLING);
            case RUNNING ->
                    List.of(
                            JobStatus.RESTARTING,
                            JobStatus.FAILING,
                            JobStatus.CANCELLING,
                            JobStatus.FINISHED);
            case RESTARTING -> List.of(JobStatus.CREATED, JobStatus.FAILING, JobStatus.CANCELLING);
            case FAILING -> List.of(JobStatus.FAILED);
            case CANCELLING -> List.of(JobStatus.CANCELED);
            case FAILED, CANCELED, FINISHED, SUSPENDED, RECONCILING -> List.of();
        };
    }
}
