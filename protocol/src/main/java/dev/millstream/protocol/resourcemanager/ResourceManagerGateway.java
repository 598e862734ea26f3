package dev.millstream.protocol.resourcemanager;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.rpc.fencing.Epoch;
import dev.millstream.rpc.gateway.RpcGateway;
import dev.millstream.rpc.gateway.RpcMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What can be asked of the ResourceManager. Fenced by the leader's epoch. */
public interface ResourceManagerGateway extends RpcGateway {
    /**
     * A TaskManager joins, perhaps again, with the state of its slots. From now on it refuses slot
     * requests that bear a lower number of registration, so that this state is final for them.
     */
    @RpcMethod(1)
    CompletableFuture<RegistrationResponse> registerTaskManager(
            RegisterTaskManager taskManager, List<SlotStatus> slots);

    /** A slot is free again. */
    @RpcMethod(2)
    void notifySlotFreed(SlotID slot, AllocationID allocation);

    /** A TaskManager leaves, or a peer has found that it is gone. */
    @RpcMethod(3)
    void disconnectTaskManager(ResourceID taskManager, String reason);

    /** A JobMaster joins; an older incarnation of the same job's is forgotten. */
    @RpcMethod(4)
    CompletableFuture<Acknowledge> registerJobMaster(JobID job, Epoch jobMaster, String address);

    /** A job's JobMaster has ended; its slots are no longer wanted. */
    @RpcMethod(5)
    void disconnectJobMaster(JobID job, Epoch jobMaster, String reason);

    /**
     * A JobMaster declares how many slots its job wants. Answered when noted, not when they are
     * granted.
     */
    @RpcMethod(6)
    CompletableFuture<Acknowledge> declareRequiredSlots(RequiredSlots required, Epoch jobMaster);

    @RpcMethod(7)
    CompletableFuture<List<TaskManagerInfo>> requestTaskManagers();
}
