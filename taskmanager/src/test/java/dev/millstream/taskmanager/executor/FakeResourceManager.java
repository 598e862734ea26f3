package dev.millstream.taskmanager.executor;

import dev.millstream.api.common.JobID;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.id.SlotID;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.resourcemanager.RequiredSlots;
import dev.millstream.protocol.resourcemanager.ResourceManagerGateway;
import dev.millstream.protocol.resourcemanager.SlotStatus;
import dev.millstream.protocol.resourcemanager.TaskManagerInfo;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.fencing.Epoch;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Notes what a TaskManager tells, and answers as the test wants. */
final class FakeResourceManager extends RpcEndpoint implements ResourceManagerGateway {
    /** What it does is seen here; shared by its incarnations. */
    static final class Notes extends Journal {
        volatile long registration;
        volatile RegistrationResponse answer = new RegistrationResponse.AcknowledgeRegistration();
    }

    private final Notes notes;

    FakeResourceManager(EndpointContext context, Notes notes) {
        super(context);
        this.notes = notes;
    }

    @Override
    public CompletableFuture<RegistrationResponse> registerTaskManager(
            RegisterTaskManager taskManager, List<SlotStatus> slots) {
        RegistrationResponse answer = notes.answer;
        notes.registration = taskManager.registration();
        notes.add("registered with " + slots.size() + " slots of " + taskManager.slots());
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public void notifySlotFreed(SlotID slot, AllocationID allocation) {
        notes.add("freed " + slot.index());
    }

    @Override
    public void disconnectTaskManager(ResourceID taskManager, String reason) {
        notes.add("disconnected");
    }

    @Override
    public CompletableFuture<Acknowledge> registerJobMaster(
            JobID job, Epoch jobMaster, String address) {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public void disconnectJobMaster(JobID job, Epoch jobMaster, String reason) {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<Acknowledge> declareRequiredSlots(
            RequiredSlots required, Epoch jobMaster) {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<List<TaskManagerInfo>> requestTaskManagers() {
        throw new AssertionError("not called by TaskManagers");
    }
}
