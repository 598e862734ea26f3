package dev.millstream.taskmanager.executor;

import dev.millstream.graph.job.BlobKey;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.AllocationID;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.ResourceID;
import dev.millstream.protocol.job.JobDetails;
import dev.millstream.protocol.job.JobResult;
import dev.millstream.protocol.job.StateChange;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.jobmaster.ScheduleOrUpdateConsumers;
import dev.millstream.protocol.jobmaster.SlotOffer;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.resourcemanager.RegisterTaskManager;
import dev.millstream.protocol.resourcemanager.RegistrationResponse;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.TaskIoMetrics;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import dev.millstream.protocol.taskexecutor.CollectedResults;
import dev.millstream.rpc.endpoint.EndpointContext;
import dev.millstream.rpc.endpoint.RpcEndpoint;
import dev.millstream.rpc.error.RpcException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes what a TaskManager tells, and answers as the test wants. */
final class FakeJobMaster extends RpcEndpoint implements JobMasterGateway {
    /** What it does is seen here. */
    static final class Notes extends Journal {
        volatile long registration;
        volatile RegistrationResponse answer = new RegistrationResponse.AcknowledgeRegistration();
        volatile boolean rejectsSlots;
        final AtomicInteger failingUpdates = new AtomicInteger();
    }

    private final Notes notes;

    FakeJobMaster(EndpointContext context, Notes notes) {
        super(context);
        this.notes = notes;
    }

    @Override
    public CompletableFuture<RegistrationResponse> registerTaskManager(
            RegisterTaskManager taskManager) {
        RegistrationResponse answer = notes.answer;
        notes.registration = taskManager.registration();
        notes.add("registered");
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public CompletableFuture<List<AllocationID>> offerSlots(
            ResourceID taskManager, List<SlotOffer> offers) {
        boolean rejects = notes.rejectsSlots;
        notes.add("offered " + offers.size() + " of " + offers.getFirst().managedMemoryBytes());
        return CompletableFuture.completedFuture(
                rejects ? List.of() : offers.stream().map(SlotOffer::allocation).toList());
    }

    @Override
    public CompletableFuture<Acknowledge> updateTaskExecutionState(
            UpdateTaskExecutionState update) {
        if (notes.failingUpdates.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            notes.add("unanswered " + update.state());
            return CompletableFuture.failedFuture(new RpcException("lost"));
        }
        notes.add(
                update.attempt().subtask()
                        + " "
                        + update.state()
                        + update.failure().map(FailureInfo::message).map(it -> ": " + it).orElse("")
                        + update.failure()
                                .map(FailureInfo::stackTrace)
                                .filter(it -> !it.isEmpty())
                                .map(it -> "\n" + it)
                                .orElse(""));
        return acknowledge();
    }

    @Override
    public void reportMetrics(ExecutionAttemptID attempt, TaskIoMetrics metrics) {
        notes.add("metrics " + metrics.recordsIn());
    }

    @Override
    public CompletableFuture<Acknowledge> scheduleOrUpdateConsumers(
            ScheduleOrUpdateConsumers partition) {
        notes.add("partition " + partition.partition().result());
        return acknowledge();
    }

    @Override
    public CompletableFuture<NextInputSplit> requestNextInputSplit(RequestNextInputSplit request) {
        return CompletableFuture.completedFuture(new NextInputSplit.NoneLeft());
    }

    @Override
    public CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> events) {
        return acknowledge();
    }

    @Override
    public void eventToEnumerator(ExecutionAttemptID reader, Bytes event) {
        notes.add("event");
    }

    @Override
    public CompletableFuture<Bytes> readBlob(BlobKey blob, long offset, int length) {
        notes.add("read blob");
        return CompletableFuture.failedFuture(new RpcException("no blob " + blob.sha256()));
    }

    @Override
    public void disconnectTaskManager(ResourceID taskManager, long registration, String reason) {
        notes.add("disconnected");
    }

    @Override
    public void notifyNotEnoughResources(int available) {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<Acknowledge> cancel() {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<JobDetails> requestJobDetails() {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<List<StateChange>> requestStateChanges(long afterSequence) {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<JobResult> requestJobResult() {
        throw new AssertionError("not called by TaskManagers");
    }

    @Override
    public CompletableFuture<CollectedResults> fetchCollected(String collectId, long offset) {
        throw new AssertionError("not called by TaskManagers");
    }

    private static CompletableFuture<Acknowledge> acknowledge() {
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
    }
}
