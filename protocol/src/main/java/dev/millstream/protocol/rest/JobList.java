package dev.millstream.protocol.rest;

import dev.millstream.protocol.job.JobOverview;
import java.util.List;

/** All jobs that the cluster knows: those that live first, then those that ended, latest first. */
public record JobList(List<JobOverview> jobs) {
    public JobList {
        jobs = List.copyOf(jobs);
    }
}
