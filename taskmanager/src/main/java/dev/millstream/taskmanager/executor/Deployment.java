package dev.millstream.taskmanager.executor;

import dev.millstream.configuration.Configuration;
import dev.millstream.engine.task.RunningTask;
import dev.millstream.engine.task.TaskServices;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.taskmanager.classes.ClassesLease;
import dev.millstream.taskmanager.task.CancellationWatchdog;

/** Turns deployment descriptors into running tasks. Belongs to the TaskExecutor's main thread. */
final class Deployment {
    private final TaskManagerIdentity identity;
    private final TaskManagerServices services;
    private final Timing timing;
    private final long slotBytes;
    private final TaskRuns runs;

    /**
     * @param slotBytes managed memory of one slot
     */
    Deployment(
            TaskManagerIdentity identity,
            TaskManagerServices services,
            Timing timing,
            long slotBytes,
            TaskRuns runs) {
        this.identity = identity;
        this.services = services;
        this.timing = timing;
        this.slotBytes = slotBytes;
        this.runs = runs;
    }

    void start(TaskDeploymentDescriptor descriptor, ServedJob job) {
        CancellationWatchdog watchdog =
                new CancellationWatchdog(
                        timing.cancellationIntervalMs(), timing.cancellationTimeoutMs());
        TaskRun run = new TaskRun(descriptor, job, watchdog);
        runs.start(run, lease -> startNow(run, lease));
    }

    private RunningTask startNow(TaskRun run, ClassesLease lease) {
        JobMasterLink link = new JobMasterLink(run.job().requireGateway());
        Configuration configuration =
                new Configuration(services.configuration())
                        .addAll(Configuration.fromMap(run.descriptor().configuration()));
        return services.tasks()
                .start(
                        run.descriptor(),
                        new TaskServices(
                                services.platform(),
                                services.exchange(),
                                lease.loader(),
                                lease.serializers(),
                                identity.host(),
                                identity.id().value(),
                                configuration,
                                link,
                                link,
                                slotBytes,
                                services.collectBuffers()),
                        runs.listener(run));
    }
}
