package dev.millstream.engine.harness;

import dev.millstream.engine.task.CoordinatorTask;
import dev.millstream.engine.task.RunningTask;
import dev.millstream.engine.task.Task;
import dev.millstream.engine.task.TaskListener;
import dev.millstream.engine.task.TaskServices;
import dev.millstream.graph.job.JobEdge;
import dev.millstream.graph.job.JobGraph;
import dev.millstream.graph.job.JobVertex;
import dev.millstream.graph.job.JobVertexID;
import dev.millstream.graph.job.ResultKind;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.id.PartitionID;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.FailureInfo;
import dev.millstream.protocol.task.UpdateTaskExecutionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** The tasks of a job in one process. A failure cancels the others, as a JobMaster would. */
public final class TestJob implements TaskListener {
    private static final int PATIENCE_SECONDS = 30;

    private final TestProcess process;
    private final JobGraph graph;
    private final TestJobMaster jobMaster = new TestJobMaster();
    private final Wiring wiring;
    private final TaskServices services;
    private final Map<JobVertexID, List<Task>> tasks = new TreeMap<>();
    private final List<CoordinatorTask> coordinators = new ArrayList<>();
    private final List<UpdateTaskExecutionState> updates = new ArrayList<>();
    private final List<PartitionID> partitionsWithData = new ArrayList<>();
    private boolean ending;

    TestJob(TestProcess process, JobGraph graph) {
        this.process = process;
        this.graph = graph;
        this.wiring = new Wiring(graph, process.exchange().address());
        this.services = process.services(jobMaster, graph);
    }

    /** Starts the vertices whose blocking inputs are there and that are not started yet. */
    synchronized void deployReady() {
        for (JobVertex vertex : graph.vertices()) {
            if (!ending && !tasks.containsKey(vertex.id()) && isReady(vertex)) {
                deploy(vertex);
            }
        }
        notifyAll();
    }

    private boolean isReady(JobVertex vertex) {
        for (JobEdge edge : vertex.inputs()) {
            JobVertex producer = graph.vertex(edge.source());
            if (producer.results().get(edge.resultIndex()).kind() == ResultKind.BLOCKING
                    && partitionsWithData.stream().filter(isOf(producer, edge)).count()
                            < producer.parallelism()) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<PartitionID> isOf(JobVertex producer, JobEdge edge) {
        return partition ->
                partition.producer().vertex().equals(producer.id())
                        && partition.result() == edge.resultIndex();
    }

    private void deploy(JobVertex vertex) {
        if (vertex.coordinator().isPresent()) {
            CoordinatorTask coordinator =
                    CoordinatorTask.start(wiring.coordinator(vertex), services, this);
            coordinators.add(coordinator);
            jobMaster.coordinator(coordinator);
        }
        List<Task> started = new ArrayList<>();
        tasks.put(vertex.id(), started);
        for (int subtask = 0; subtask < vertex.parallelism(); subtask++) {
            Task task = Task.start(wiring.subtask(vertex, subtask), services, this);
            started.add(task);
            if (vertex.hasSource()) {
                jobMaster.reader(task);
            }
        }
    }

    @Override
    public void onStateChange(UpdateTaskExecutionState update) {
        synchronized (this) {
            updates.add(update);
            notifyAll();
        }
        if (update.state() == ExecutionState.FAILED) {
            cancel();
        }
    }

    @Override
    public void onPartitionData(PartitionID partition) {
        synchronized (this) {
            partitionsWithData.add(partition);
        }
        deployReady();
    }

    /** Cancels all tasks. */
    public void cancel() {
        List<RunningTask> all;
        synchronized (this) {
            ending = true;
            all = all();
            notifyAll();
        }
        all.forEach(RunningTask::cancel);
    }

    private List<RunningTask> all() {
        List<RunningTask> all = new ArrayList<>(coordinators);
        tasks.values().forEach(all::addAll);
        return all;
    }

    /** The job's subtasks that were started so far. */
    public synchronized List<Task> tasks() {
        List<Task> all = new ArrayList<>();
        tasks.values().forEach(all::addAll);
        return all;
    }

    /** Waits until all subtasks have ended; ends the coordinators then. */
    public TestJob await() throws Exception {
        awaitThat(job -> job.ending || job.tasks.size() == job.graph.vertices().size());
        awaitTerminated(tasks());
        List<CoordinatorTask> rest;
        synchronized (this) {
            rest = List.copyOf(coordinators);
        }
        rest.forEach(RunningTask::cancel);
        awaitTerminated(rest);
        process.exchange().releaseJob(graph.jobId());
        return this;
    }

    private static void awaitTerminated(List<? extends RunningTask> ended)
            throws InterruptedException, ExecutionException, TimeoutException {
        for (RunningTask task : ended) {
            task.terminated().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Waits until something holds of this job; looked at after each report of a task. */
    public synchronized void awaitThat(Predicate<TestJob> condition) throws InterruptedException {
        long rounds = 0;
        while (!condition.test(this)) {
            if (rounds++ > 1_000) {
                throw new IllegalStateException("Waited in vain; reports so far: " + updates);
            }
            wait(PATIENCE_SECONDS); // milliseconds: a thousand rounds of it
        }
    }

    /** All reports so far, in order. */
    public synchronized List<UpdateTaskExecutionState> updates() {
        return List.copyOf(updates);
    }

    /** The states of one task, in order. */
    public List<ExecutionState> statesOf(ExecutionAttemptID attempt) {
        return updates().stream()
                .filter(update -> update.attempt().equals(attempt))
                .map(UpdateTaskExecutionState::state)
                .toList();
    }

    /** Whether a subtask was reported in this state. */
    public boolean hasReported(ExecutionState state) {
        return updates().stream()
                .anyMatch(update -> !update.attempt().coordinator() && update.state() == state);
    }

    /** All failures that were reported, in order. */
    public List<FailureInfo> failures() {
        return updates().stream().flatMap(update -> update.failure().stream()).toList();
    }

    /** All that tasks have reported at their ends. */
    public List<AccumulatorSnapshot> accumulators() {
        return updates().stream().flatMap(update -> update.accumulators().stream()).toList();
    }

    public TestJobMaster jobMaster() {
        return jobMaster;
    }

    public JobGraph graph() {
        return graph;
    }

    public TestProcess process() {
        return process;
    }
}
