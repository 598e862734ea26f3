package dev.millstream.taskmanager.job;

import dev.millstream.api.common.JobID;
import dev.millstream.rpc.fencing.Epoch;

/** What happens to the jobs that a TaskManager serves. */
public sealed interface JobEvent {
    /** A slot was requested for a job, on behalf of its JobMaster of this epoch. */
    record Invited(JobID job, String address, Epoch epoch) implements JobEvent {}

    /** The JobMaster has welcomed this TaskManager. */
    record Connected(JobID job, Epoch epoch) implements JobEvent {}

    /** The JobMaster is gone, was replaced, or says that its job has ended. */
    record Disconnected(JobID job, Epoch epoch, String reason) implements JobEvent {}

    /** The job has neither slots nor tasks here any more. */
    record Vacated(JobID job, Epoch epoch) implements JobEvent {}
}
