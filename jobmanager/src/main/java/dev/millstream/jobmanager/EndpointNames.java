package dev.millstream.jobmanager;

import dev.millstream.api.common.JobID;

/** Names of the JobManager's endpoints, of which addresses are made. */
public final class EndpointNames {
    public static final String DISPATCHER = "dispatcher";
    public static final String RESOURCE_MANAGER = "resourcemanager";

    private EndpointNames() {}

    /** A JobMaster's, as a child of the Dispatcher. */
    public static String jobMaster(JobID job) {
        return "jobmaster-" + job;
    }
}
