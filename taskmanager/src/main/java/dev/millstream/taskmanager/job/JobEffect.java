package dev.millstream.taskmanager.job;

import dev.millstream.api.common.JobID;
import dev.millstream.rpc.fencing.Epoch;

/** What is to be done after a {@link JobEvent}. */
public sealed interface JobEffect {
    /** Connect to the JobMaster and register there. */
    record Connect(JobID job, String address, Epoch epoch) implements JobEffect {}

    /** Offer it the slots that wait for it. */
    record OfferSlots(JobID job, Epoch epoch) implements JobEffect {}

    /** End the connection, fail the tasks of this epoch and free their slots. */
    record Evict(JobID job, Epoch epoch, String reason) implements JobEffect {}

    /** The request comes from an outdated JobMaster. */
    record Refuse(String reason) implements JobEffect {}

    /** End the connection; nothing of the job is left. */
    record Forget(JobID job, Epoch epoch) implements JobEffect {}
}
