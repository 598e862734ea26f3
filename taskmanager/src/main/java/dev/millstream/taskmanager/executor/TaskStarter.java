package dev.millstream.taskmanager.executor;

import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.engine.task.RunningTask;
import dev.millstream.engine.task.Task;
import dev.millstream.engine.task.TaskListener;
import dev.millstream.engine.task.TaskServices;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;

/** Starts attempts; returns at once. */
@FunctionalInterface
public interface TaskStarter {
    RunningTask start(
            TaskDeploymentDescriptor descriptor, TaskServices services, TaskListener listener);

    /** Starts each attempt on a thread of its own. */
    static TaskStarter threads() {
        return (descriptor, services, listener) ->
                descriptor.attempt().coordinator()
                        ? CoordinatorTask.start(descriptor, services, listener)
                        : Task.start(descriptor, services, listener);
    }
}
