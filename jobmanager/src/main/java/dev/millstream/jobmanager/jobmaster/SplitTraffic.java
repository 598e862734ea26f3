package dev.millstream.jobmanager.jobmaster;

import dev.millstream.jobmanager.jobmaster.executiongraph.ExecutionGraph;
import dev.millstream.jobmanager.jobmaster.scheduler.SchedulerEvent;
import dev.millstream.jobmanager.jobmaster.splits.SplitAssignment;
import dev.millstream.jobmanager.jobmaster.splits.SplitAssignmentEffect;
import dev.millstream.jobmanager.jobmaster.splits.SplitAssignmentEvent;
import dev.millstream.platform.time.Clock;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.NextInputSplit;
import dev.millstream.protocol.jobmaster.RequestNextInputSplit;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.taskexecutor.TaskExecutorGateway;
import dev.millstream.rpc.error.RpcException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Carries out what {@link SplitAssignment} decides: answers requests, and passes messages between
 * readers and coordinators. Belongs to the JobMaster's main thread.
 */
final class SplitTraffic {
    private final SplitAssignment assignment = new SplitAssignment();
    private final ExecutionGraph graph;
    private final TaskExecutors taskExecutors;
    private final Clock clock;
    private final Consumer<SchedulerEvent> scheduler;
    private final TreeMap<Long, CompletableFuture<NextInputSplit>> requests = new TreeMap<>();
    private long lastRequest;

    SplitTraffic(
            ExecutionGraph graph,
            TaskExecutors taskExecutors,
            Clock clock,
            Consumer<SchedulerEvent> scheduler) {
        this.graph = graph;
        this.taskExecutors = taskExecutors;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    CompletableFuture<NextInputSplit> request(RequestNextInputSplit request) {
        CompletableFuture<NextInputSplit> answer = new CompletableFuture<>();
        requests.put(++lastRequest, answer);
        on(new SplitAssignmentEvent.Requested(lastRequest, request));
        return answer;
    }

    void on(SplitAssignmentEvent event) {
        assignment.on(event, clock.monotonicMs()).forEach(this::perform);
    }

    private void perform(SplitAssignmentEffect effect) {
        switch (effect) {
            case SplitAssignmentEffect.Answer(long id, NextInputSplit split) ->
                    take(id).ifPresent(answer -> answer.complete(split));
            case SplitAssignmentEffect.Refuse(long id, String reason) ->
                    take(id).ifPresent(answer ->
                            answer.completeExceptionally(new RpcException(reason)));
            case SplitAssignmentEffect.AskCoordinator(var coordinator, int subtask, String host) ->
                    host(coordinator).ifPresent(to -> to.requestSplit(coordinator, subtask, host));
            case SplitAssignmentEffect.TellCoordinator(var coordinator, int subtask, var event) ->
                    host(coordinator).ifPresent(to -> to.sourceEvent(coordinator, subtask, event));
            case SplitAssignmentEffect.TellReader(var reader, int subtask, var event) ->
                    host(reader).ifPresent(to -> to.sourceEvent(reader, subtask, event));
            case SplitAssignmentEffect.FailTask(ExecutionAttemptID attempt, String reason) ->
                    scheduler.accept(
                            new SchedulerEvent.TaskFailed(attempt, FailureInfo.ofMessage(reason)));
        }
    }

    private Optional<CompletableFuture<NextInputSplit>> take(long id) {
        return Optional.ofNullable(requests.remove(id));
    }

    private Optional<TaskExecutorGateway> host(ExecutionAttemptID attempt) {
        return graph.current(attempt)
                .flatMap(subtask -> subtask.attempt().slot())
                .flatMap(slot -> taskExecutors.gateway(slot.location().id()));
    }
}
