package dev.millstream.engine.task;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;

/** Runs one attempt of a subtask on a thread of its own. */
public interface Task extends RunningTask {
    /**
     * Starts the thread. The descriptor's code is a {@link
     * dev.millstream.graph.chain.ChainDescriptor}.
     */
    static Task start(
            TaskDeploymentDescriptor descriptor, TaskServices services, TaskListener listener) {
        ChainTask task = new ChainTask(descriptor, services, listener);
        task.launch();
        return task;
    }

    /** For a source: its enumerator has sent the reader an event. Others ignore it. */
    void sourceEvent(Bytes event);
}
