package dev.millstream.api.common;

/** A job that was submitted. */
public class JobSubmissionResult {
    private final JobID jobID;

    /** Of this job. */
    public JobSubmissionResult(JobID jobID) {
        this.jobID = jobID;
    }

    /** The job. */
    public JobID getJobID() {
        return jobID;
    }
}
