package dev.millstream.engine.task;

import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import java.util.List;

/**
 * Runs the split enumerator of a source on a thread of its own. It runs until it is cancelled, as
 * splits may be given back as long as the source runs.
 *
 * <p>All readers count as registered from the start: splits that are assigned to one wait for it at
 * the JobMaster.
 */
public interface CoordinatorTask extends RunningTask {
    /**
     * Starts the thread. The descriptor's code is a {@link
     * dev.millstream.graph.chain.CoordinatorDescriptor}, its parallelism the source's.
     */
    static CoordinatorTask start(
            TaskDeploymentDescriptor descriptor, TaskServices services, TaskListener listener) {
        EnumeratorTask task = new EnumeratorTask(descriptor, services, listener);
        task.launch();
        return task;
    }

    /** A reader asks for a split. */
    void requestSplit(int subtask, String host);

    /** Splits of a failed reader, as they were assigned, are to be assigned again. */
    void addSplitsBack(int subtask, List<Bytes> splits);

    /** A reader has sent an event. */
    void sourceEvent(int subtask, Bytes event);
}
