package dev.millstream.api.common;

/** A job, as its functions see it. */
public interface JobInfo {
    /** Chosen by the client at submission. */
    JobID getJobId();

    /** For people. */
    String getJobName();
}
