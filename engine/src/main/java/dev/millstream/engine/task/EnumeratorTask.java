package dev.millstream.engine.task;

import dev.millstream.engine.coordinator.Enumeration;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.thread.TaskWaiting;
import dev.millstream.graph.chain.CoordinatorDescriptor;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.TaskDeploymentDescriptor;
import dev.millstream.protocol.task.TaskIoMetrics;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a source's enumerator. */
final class EnumeratorTask extends ThreadTask implements CoordinatorTask {
    private @Nullable TaskScope scope;
    private @Nullable Enumeration enumeration;

    EnumeratorTask(
            TaskDeploymentDescriptor descriptor, TaskServices services, TaskListener listener) {
        super(descriptor, services, listener, descriptor.vertexName() + " (enumerator)");
    }

    @Override
    void prepare(TaskWaiting waiting) {
        TaskServices services = services();
        CoordinatorDescriptor opened =
                UserBytes.open(
                        descriptor().code(),
                        services.userClassLoader(),
                        CoordinatorDescriptor.class);
        TaskScope made = scope(waiting, false);
        scope = made;
        OperatorContext context =
                new OperatorContext(
                        made,
                        "enumerator of source '"
                                + opened.name()
                                + "' on "
                                + services.taskManagerName());
        Enumeration begun =
                new Enumeration(context, opened.source(), attempt(), services.coordinatorLink());
        enumeration = begun;
        begun.open();
    }

    @Override
    void work() throws Exception {
        TaskScope made = scope;
        if (made != null) {
            Cycle cycle = new Cycle(made, List.of());
            while (true) { // until it is cancelled
                cycle.idle();
            }
        }
    }

    @Override
    @Nullable Throwable closeUserCode() {
        Enumeration open = enumeration;
        return open == null ? null : open.close();
    }

    @Override
    void release() {
        // Nothing of the user's stays behind, however long somebody holds on to the task.
        enumeration = null;
        scope = null;
    }

    @Override
    public void requestSplit(int subtask, String host) {
        send(open -> open.splitRequested(subtask, host));
    }

    @Override
    public void addSplitsBack(int subtask, List<Bytes> splits) {
        send(open -> open.splitsGivenBack(subtask, splits));
    }

    @Override
    public void sourceEvent(int subtask, Bytes event) {
        send(open -> open.sourceEvent(subtask, event));
    }

    private void send(Consumer<Enumeration> message) {
        mailbox()
                .put(() -> {
                    Enumeration open = enumeration;
                    if (open != null) {
                        message.accept(open);
                    }
                });
    }

    @Override
    public TaskIoMetrics metrics() {
        return TaskIoMetrics.NONE;
    }
}
