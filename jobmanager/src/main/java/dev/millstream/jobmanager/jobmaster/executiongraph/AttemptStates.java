package dev.millstream.jobmanager.jobmaster.executiongraph;

import dev.millstream.protocol.task.ExecutionState;
import java.util.List;

/**
 * Which state of an attempt may follow which:
 *
 * <ul>
 *   <li>CREATED → SCHEDULED: it waits for its slot and for its input;
 *   <li>SCHEDULED → DEPLOYING: its TaskManager is told to run it;
 *   <li>DEPLOYING → INITIALIZING → RUNNING → FINISHED: as its TaskManager reports. One report may
 *       overtake an earlier one that was lost;
 *   <li>DEPLOYING, INITIALIZING, RUNNING → CANCELING: its TaskManager is told to stop it;
 *   <li>CANCELING → CANCELED, FINISHED or FAILED: whichever end its TaskManager reports;
 *   <li>CREATED, SCHEDULED → CANCELED: nothing runs yet;
 *   <li>any that isn't terminal → FAILED.
 * </ul>
 */
public final class AttemptStates {
    private AttemptStates() {}

    static void check(Object attempt, ExecutionState from, ExecutionState to) {
        if (!successors(from).contains(to)) {
            throw new IllegalTransitionException(attempt, from, to);
        }
    }

    /** What may follow a state. */
    public static List<ExecutionState> successors(ExecutionState state) {
        return switch (state) {
            case CREATED ->
                    List.of(
                            ExecutionState.SCHEDULED,
                            ExecutionState.CANCELED,
                            ExecutionState.FAILED);
            case SCHEDULED ->
                    List.of(
                            ExecutionState.DEPLOYING,
                            ExecutionState.CANCELED,
                            ExecutionState.FAILED);
            case DEPLOYING ->
                    List.of(
                            ExecutionState.INITIALIZING,
                            ExecutionState.RUNNING,
                            ExecutionState.FINISHED,
                            ExecutionState.CANCELING,
                            ExecutionState.FAILED);
            case INITIALIZING ->
                    List.of(
                            ExecutionState.RUNNING,
                            ExecutionState.FINISHED,
                            ExecutionState.CANCELING,
                            ExecutionState.FAILED);
            case RUNNING ->
                    List.of(
                            ExecutionState.FINISHED,
                            ExecutionState.CANCELING,
                            ExecutionState.FAILED);
            case CANCELING ->
                    List.of(
                            ExecutionState.CANCELED,
                            ExecutionState.FINISHED,
                            ExecutionState.FAILED);
            case FINISHED, CANCELED, FAILED -> List.of();
        };
    }
}
