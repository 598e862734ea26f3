package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.ExecutionState;
import dev.millstream.protocol.task.TaskIoMetrics;
import java.util.List;
import java.util.Optional;

/** One attempt to run a subtask, or a source's coordinator. Its states: {@link AttemptStates}. */
public final class Attempt {
    private final ExecutionAttemptID id;
    private final String name;
    private ExecutionState state = ExecutionState.CREATED;
    private Optional<AssignedSlot> slot = Optional.empty();
    private TaskIoMetrics metrics = TaskIoMetrics.NONE;
    private List<AccumulatorSnapshot> accumulators = List.of();
    private long startMs = -1;
    private long endMs = -1;

    Attempt(ExecutionAttemptID id, String name) {
        this.id = id;
        this.name = name;
    }

    public ExecutionAttemptID id() {
        return id;
    }

    /** For people, such as {@code map (2/4)}. */
    public String name() {
        return name;
    }

    public ExecutionState state() {
        return state;
    }

    /** Empty before it is deployed. */
    public Optional<AssignedSlot> slot() {
        return slot;
    }

    /** Whether it was sent to a TaskManager and hasn't ended, as far as is known. */
    public boolean isDeployed() {
        return switch (state) {
            case DEPLOYING, INITIALIZING, RUNNING, CANCELING -> true;
            case CREATED, SCHEDULED, FINISHED, CANCELED, FAILED -> false;
        };
    }

    /** Whether it runs user code, or has done so. */
    boolean hasRun() {
        return state == ExecutionState.RUNNING || state == ExecutionState.FINISHED;
    }

    public TaskIoMetrics metrics() {
        return metrics;
    }

    public List<AccumulatorSnapshot> accumulators() {
        return accumulators;
    }

    /**
     * Goes on to the next state.
     *
     * @throws IllegalTransitionException if the state may not follow
     */
    public void to(ExecutionState next) {
        AttemptStates.check("Task " + name + " [" + id + "]", state, next);
        state = next;
    }

    /**
     * Says where it will run.
     *
     * @throws IllegalStateException if it has a slot already
     */
    public void assign(AssignedSlot assigned) {
        if (slot.isPresent()) {
            throw new IllegalStateException(
                    "Task " + name + " is in slot " + slot.get().slot() + " already");
        }
        slot = Optional.of(assigned);
    }

    /** Notes when it came into its present state; for people only. */
    public void at(long wallMs) {
        if (state == ExecutionState.DEPLOYING) {
            startMs = wallMs;
        } else if (state.isTerminal()) {
            endMs = wallMs;
        }
    }

    /** When it was deployed; -1 before that. */
    public long startMs() {
        return startMs;
    }

    /** When it ended; -1 while it lives. */
    public long endMs() {
        return endMs;
    }

    /** Notes what its TaskManager counted. */
    public void measured(TaskIoMetrics counts) {
        metrics = counts;
    }

    /** Notes the final values of its accumulators. */
    public void accumulated(List<AccumulatorSnapshot> values) {
        accumulators = List.copyOf(values);
    }
}
