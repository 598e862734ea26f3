package dev.millstream.taskmanager.executor;

import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.jobmaster.JobMasterGateway;
import dev.millstream.protocol.jobmaster.ScheduleOrUpdateConsumers;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.rpc.endpoint.MainThread;
import dev.millstream.taskmanager.task.Report;
import dev.millstream.taskmanager.task.ReportEffect;
import dev.millstream.taskmanager.task.ReportEvent;
import dev.millstream.taskmanager.task.ReportQueue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers to one JobMaster what happens to its attempts, again and again until it has arrived or
 * the connection is over. Belongs to the main thread of the TaskExecutor.
 */
final class AttemptReports {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptReports.class);

    private final JobMasterConnection connection;
    private final MainThread mainThread;
    private final Map<ExecutionAttemptID, ReportQueue> queues = new TreeMap<>();
    private boolean closed;

    AttemptReports(JobMasterConnection connection, MainThread mainThread) {
        this.connection = connection;
        this.mainThread = mainThread;
    }

    void add(ExecutionAttemptID attempt, Report report) {
        if (!closed) {
            queues.computeIfAbsent(attempt, _ -> new ReportQueue());
            step(attempt, new ReportEvent.Added(report));
        }
    }

    /** Drops what is left. */
    void close() {
        closed = true;
        queues.clear();
    }

    private void step(ExecutionAttemptID attempt, ReportEvent event) {
        ReportQueue queue = queues.get(attempt);
        if (queue == null) {
            return;
        }
        for (ReportEffect effect : queue.on(event)) {
            switch (effect) {
                case ReportEffect.Send(Report report) -> send(attempt, report);
                case ReportEffect.RetryAfter(long delayMs) ->
                        mainThread.schedule(
                                delayMs, () -> step(attempt, new ReportEvent.RetryDue()));
                case ReportEffect.Complete() -> queues.remove(attempt);
            }
        }
    }

    private void send(ExecutionAttemptID attempt, Report report) {
        List<JobMasterGateway> reachable = connection.gateway().stream().toList();
        CompletableFuture<Acknowledge> answer =
                reachable.isEmpty()
                        ? CompletableFuture.failedFuture(
                                new IllegalStateException("The JobMaster isn't connected"))
                        : deliver(reachable.getFirst(), report);
        Answers.handle(
                answer,
                mainThread,
                (_, failure) -> {
                    if (failure == null) {
                        step(attempt, new ReportEvent.Delivered());
                        return;
                    }
                    LOG.debug("{} of {} not delivered", report, attempt, failure);
                    connection.callFailed(failure);
                    step(attempt, new ReportEvent.Failed());
                });
    }

    private static CompletableFuture<Acknowledge> deliver(JobMasterGateway to, Report report) {
        return switch (report) {
            case Report.StateChanged(var update) -> to.updateTaskExecutionState(update);
            case Report.PartitionReady(var partition) ->
                    to.scheduleOrUpdateConsumers(new ScheduleOrUpdateConsumers(partition));
        };
    }
}
