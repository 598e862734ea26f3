package dev.millstream.protocol.taskexecutor;

import dev.millstream.api.common.JobID;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.TaskOperationResult;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * What can be asked of a TaskManager. Not fenced as a whole, as it serves several leaders'
 * components: calls bear epochs.
 */
public interface TaskExecutorGateway extends RpcGateway {
    /** Offer a slot to a job. Fails if the slot is taken by another allocation. */
    @RpcMethod(1)
    CompletableFuture<Acknowledge> requestSlot(SlotRequest request);

    /**
     * Run an attempt. The answer says whether it was accepted; its states follow to the JobMaster.
     */
    @RpcMethod(2)
    CompletableFuture<TaskOperationResult> submitTask(SubmitTask task);

    /**
     * Cancel an attempt; its end is reported to the JobMaster. An unknown attempt is answered with
     * success.
     */
    @RpcMethod(3)
    CompletableFuture<TaskOperationResult> cancelTask(ExecutionAttemptID attempt, Epoch jobMaster);

    /**
     * Give a slot back; its tasks are failed first.
     *
     * @return whether the allocation has no slot any more; if not, the ResourceManager is told once
     *     the tasks have ended
     */
    @RpcMethod(4)
    CompletableFuture<Boolean> freeSlot(AllocationID allocation, Epoch jobMaster, String reason);

    /** Delete blocking partitions that nobody will read again. */
    @RpcMethod(5)
    void releasePartitions(List<PartitionID> partitions, Epoch jobMaster);

    /**
     * A job has ended, or its JobMaster was replaced, or no longer counts on this TaskManager:
     * whatever is left of it here is cleaned up.
     *
     * @param registration when the JobMaster speaks of one connection only: if a later one was made
     *     meanwhile, this means nothing
     */
    @RpcMethod(6)
    void disconnectJobMaster(JobID job, Epoch jobMaster, OptionalLong registration, String reason);

    /** A reader asks for a split and the coordinator task that runs here shall provide one. */
    @RpcMethod(7)
    void requestSplit(ExecutionAttemptID coordinator, int subtask, String host);

    /**
     * An event between a source's enumerator and a reader, in either direction.
     *
     * @param attempt to whom: a coordinator or a source subtask
     * @param subtask the reader that sent it, when it goes to a coordinator
     */
    @RpcMethod(9)
    void sourceEvent(ExecutionAttemptID attempt, int subtask, Bytes event);

    /**
     * Fetch records for the client.
     *
     * @param offset up to where the client has them; these can be forgotten
     */
    @RpcMethod(10)
    CompletableFuture<CollectedResults> fetchCollected(
            ExecutionAttemptID attempt, String collectId, long offset);
}
