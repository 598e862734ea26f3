package dev.millstream.client.job;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.job.StateChange;

/** Told of each change of a job and its tasks, in order. Must not block. */
@FunctionalInterface
public interface StateChangeListener {
    void onStateChange(JobID job, StateChange change);
}
