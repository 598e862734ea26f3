package dev.millstream.jobmanager.jobmaster.scheduler;

import dev.millstream.jobmanager.jobmaster.executiongraph.TaskManagerLocation;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.List;

/** What happens to a {@link JobScheduler}. */
public sealed interface SchedulerEvent {
    /** The JobMaster runs. The first event, once. */
    record Start() implements SchedulerEvent {}

    /** A TaskManager introduced itself. */
    record TaskManagerJoined(TaskManagerLocation location) implements SchedulerEvent {}

    /** A TaskManager is gone. */
    record TaskManagerLost(ResourceID taskManager, String reason) implements SchedulerEvent {}

    /** A TaskManager offers slots. Which are accepted: {@link JobScheduler#holds}. */
    record SlotsOffered(ResourceID taskManager, List<SlotOffer> offers) implements SchedulerEvent {
        public SlotsOffered {
            offers = List.copyOf(offers);
        }
    }

    /** The ResourceManager can't grant all slots at present. */
    record NotEnoughSlots(int available) implements SchedulerEvent {}

    /** The wait for slots is over. */
    record SlotsTimedOut(int number) implements SchedulerEvent {}

    /** A TaskManager reports an attempt's state. */
    record TaskReported(UpdateTaskExecutionState update) implements SchedulerEvent {}

    /** A TaskManager reports counts. */
    record MetricsReported(ExecutionAttemptID attempt, TaskIoMetrics metrics)
            implements SchedulerEvent {}

    /**
     * An attempt was not accepted, or nobody knows.
     *
     * @param unknown whether the attempt may run nevertheless
     */
    record DeployFailed(ExecutionAttemptID attempt, String reason, boolean unknown)
            implements SchedulerEvent {}

    /** A TaskManager did not answer the demand to cancel an attempt. */
    record CancelUnanswered(ExecutionAttemptID attempt) implements SchedulerEvent {}

    /** The demand to cancel an attempt is to be repeated. */
    record CancelAgain(ExecutionAttemptID attempt) implements SchedulerEvent {}

    /** A partition has data that its consumers can read. */
    record PartitionReady(PartitionID partition) implements SchedulerEvent {}

    /** The JobMaster itself finds that an attempt has failed. */
    record TaskFailed(ExecutionAttemptID attempt, FailureInfo failure) implements SchedulerEvent {}

    /** The delay before a restart is over. */
    record RestartDue(int restart) implements SchedulerEvent {}

    /** The user wants the job to end. */
    record CancelRequested() implements SchedulerEvent {}
}
