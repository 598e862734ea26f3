package dev.millstream.engine.task;

import dev.millstream.protocol.task.ExecutionState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The state of an attempt from its arrival at the TaskManager on. Changed by the task's thread
 * only.
 *
 * <ul>
 *   <li>DEPLOYING: accepted, its thread has not begun.
 *   <li>INITIALIZING: connects to other tasks, opens the user's functions.
 *   <li>RUNNING: handles records.
 *   <li>CANCELING: was told to end, and is closing.
 *   <li>FINISHED, CANCELED, FAILED: all is closed; nothing follows.
 * </ul>
 */
final class LifeCycle {
    private static final Map<ExecutionState, Set<ExecutionState>> LEGAL =
            new EnumMap<>(ExecutionState.class);

    static {
        LEGAL.put(
                ExecutionState.DEPLOYING,
                EnumSet.of(
                        ExecutionState.INITIALIZING,
                        ExecutionState.CANCELING,
                        ExecutionState.FAILED));
        LEGAL.put(
                ExecutionState.INITIALIZING,
                EnumSet.of(
                        ExecutionState.RUNNING, ExecutionState.CANCELING, ExecutionState.FAILED));
        LEGAL.put(
                ExecutionState.RUNNING,
                EnumSet.of(
                        ExecutionState.FINISHED, ExecutionState.CANCELING, ExecutionState.FAILED));
        LEGAL.put(ExecutionState.CANCELING, EnumSet.of(ExecutionState.CANCELED));
    }

    /** Volatile, as other threads ask for it. */
    private volatile ExecutionState state = ExecutionState.DEPLOYING;

    ExecutionState state() {
        return state;
    }

    /**
     * @throws IllegalStateException if the state can't follow the present one
     */
    void enter(ExecutionState next) {
        ExecutionState present = state;
        if (!LEGAL.getOrDefault(present, Set.of()).contains(next)) {
            throw new IllegalStateException("A task that is " + present + " can't become " + next);
        }
        state = next;
    }
}
