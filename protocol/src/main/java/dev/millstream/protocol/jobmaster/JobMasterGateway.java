package dev.millstream.protocol.jobmaster;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What can be asked of a JobMaster. Fenced by its epoch. */
public interface JobMasterGateway extends RpcGateway {
    /** A TaskManager that was told to offer slots introduces itself. */
    @RpcMethod(1)
    CompletableFuture<RegistrationResponse> registerTaskManager(RegisterTaskManager taskManager);

    /** Answers with the allocations that are accepted; the others are free again. */
    @RpcMethod(2)
    CompletableFuture<List<AllocationID>> offerSlots(
            ResourceID taskManager, List<SlotOffer> offers);

    @RpcMethod(3)
    CompletableFuture<Acknowledge> updateTaskExecutionState(UpdateTaskExecutionState update);

    /** Counts of running tasks, reported regularly. */
    @RpcMethod(4)
    void reportMetrics(ExecutionAttemptID attempt, TaskIoMetrics metrics);

    /** Answered once there is a split, or certainty that there will be none. */
    @RpcMethod(value = 5, unbounded = true)
    CompletableFuture<NextInputSplit> requestNextInputSplit(RequestNextInputSplit request);

    /** From a source's coordinator task; applied in order. */
    @RpcMethod(6)
    CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> events);

    /** From a source's reader to its enumerator. */
    @RpcMethod(7)
    void eventToEnumerator(ExecutionAttemptID reader, Bytes event);

    @RpcMethod(8)
    CompletableFuture<Acknowledge> scheduleOrUpdateConsumers(ScheduleOrUpdateConsumers partition);

    /**
     * A piece of a jar.
     *
     * @param length at most 1 MiB
     */
    @RpcMethod(9)
    CompletableFuture<Bytes> readBlob(BlobKey blob, long offset, int length);

    /**
     * A TaskManager leaves, or a peer has found that it is gone.
     *
     * @param registration which the peer has lost: if the TaskManager has introduced itself here
     *     later, this means nothing
     */
    @RpcMethod(10)
    void disconnectTaskManager(ResourceID taskManager, long registration, String reason);

    /**
     * Not enough slots can be had at present.
     *
     * @param available how many the job could have of those it declared; slots are granted all
     *     together or not at all, so that two jobs never wait for each other's
     */
    @RpcMethod(11)
    void notifyNotEnoughResources(int available);

    @RpcMethod(12)
    CompletableFuture<Acknowledge> cancel();

    @RpcMethod(13)
    CompletableFuture<JobDetails> requestJobDetails();

    /**
     * Changes after the given sequence number; waits until there is at least one. None: the job has
     * ended, and there never will be.
     */
    @RpcMethod(value = 14, unbounded = true)
    CompletableFuture<List<StateChange>> requestStateChanges(long afterSequence);

    @RpcMethod(value = 15, unbounded = true)
    CompletableFuture<JobResult> requestJobResult();

    /** Routed to the TaskManager that runs the collecting subtask. */
    @RpcMethod(16)
    CompletableFuture<CollectedResults> fetchCollected(String collectId, long offset);
}
