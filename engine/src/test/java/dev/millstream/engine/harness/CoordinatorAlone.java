package dev.millstream.engine.harness;

import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.engine.task.TaskListener;
import dev.millstream.engine.task.TaskServices;
import dev.millstream.graph.job.Bytes;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.protocol.task.Acknowledge;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A source's coordinator task without its readers. */
public final class CoordinatorAlone implements TaskListener, CoordinatorLink {
    private final List<SplitEvent> events = new ArrayList<>();
    private final List<UpdateTaskExecutionState> updates = new ArrayList<>();
    private @Nullable CoordinatorTask task;
    private boolean reachable = true;

    private CoordinatorAlone() {}

    /** Starts the coordinator of the job's first vertex. */
    public static CoordinatorAlone start(TestProcess process, JobGraph graph) {
        CoordinatorAlone alone = new CoordinatorAlone();
        TaskServices base = process.services(new TestJobMaster(), graph);
        TaskServices services =
                new TaskServices(
                        base.platform(),
                        base.exchange(),
                        base.userClassLoader(),
                        base.serializers(),
                        base.hostName(),
                        base.taskManagerName(),
                        base.configuration(),
                        base.splitRequests(),
                        alone,
                        base.managedMemoryBytes(),
                        base.collectBuffers());
        alone.task =
                CoordinatorTask.start(
                        new Wiring(graph, process.exchange().address())
                                .coordinator(graph.vertices().getFirst()),
                        services,
                        alone);
        return alone;
    }

    public CoordinatorTask task() {
        CoordinatorTask started = task;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        return started;
    }

    /** From now on the JobMaster doesn't answer. */
    public synchronized void unreachable() {
        reachable = false;
    }

    /** What was told to the JobMaster so far. */
    public synchronized List<SplitEvent> events() {
        return List.copyOf(events);
    }

    /** The task's states so far. */
    public synchronized List<ExecutionState> states() {
        return updates.stream().map(UpdateTaskExecutionState::state).toList();
    }

    /** Why it has failed. */
    public synchronized FailureInfo failure() {
        return updates.getLast().failure().orElseThrow();
    }

    @Override
    public synchronized CompletableFuture<Acknowledge> splitEvents(
            ExecutionAttemptID coordinator, List<SplitEvent> decided) {
        if (!reachable) {
            return CompletableFuture.failedFuture(new IllegalStateException("nobody there"));
        }
        events.addAll(decided);
        return CompletableFuture.completedFuture(Acknowledge.INSTANCE);
    }

    @Override
    public void eventToEnumerator(ExecutionAttemptID reader, Bytes event) {
        throw new IllegalStateException("there are no readers");
    }

    @Override
    public synchronized void onStateChange(UpdateTaskExecutionState update) {
        updates.add(update);
    }

    @Override
    public void onPartitionData(PartitionID partition) {
        throw new IllegalStateException("a coordinator has no partitions");
    }
}
