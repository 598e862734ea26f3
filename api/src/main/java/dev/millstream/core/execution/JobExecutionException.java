package dev.millstream.core.execution;

import dev.millstream.api.common.JobID;
import dev.millstream.api.common.JobStatus;

/** A job that has not finished well. The message says what failed, where and why. */
public class JobExecutionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final JobID jobID;
    private final JobStatus status;

    /**
     * @param status how it ended: {@link JobStatus#FAILED} or {@link JobStatus#CANCELED}
     */
    public JobExecutionException(JobID jobID, JobStatus status, String message) {
        super(message);
        this.jobID = jobID;
        this.status = status;
    }

    /** The job. */
    public JobID getJobID() {
        return jobID;
    }

    /** How it ended. */
    public JobStatus getStatus() {
        return status;
    }
}
