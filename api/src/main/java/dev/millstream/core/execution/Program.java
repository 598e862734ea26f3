package dev.millstream.core.execution;

import dev.millstream.api.common.ExecutionConfig;
import dev.millstream.api.common.RuntimeExecutionMode;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.transformations.OperatorTransformation;
import java.util.List;

/**
 * A program as it was built, before it becomes a graph. Nothing in it changes any more.
 *
 * @param jobName for people
 * @param operators all operators in the order of creation, sources and sinks among them; the
 *     partitionings, unions and side outputs between them are reached by their inputs
 * @param executionConfig what holds for all operators
 * @param mode as the program asks for it
 * @param chaining whether operators may be chained at all
 * @param jars paths of jars that hold the program's classes, in class path order
 * @param warnings what works, but costs or may surprise; each says what to change
 */
public record Program(
        String jobName,
        List<OperatorTransformation<?>> operators,
        ExecutionConfig executionConfig,
        RuntimeExecutionMode mode,
        boolean chaining,
        List<String> jars,
        List<String> warnings) {
    /** Keeps copies of the lists. */
    public Program {
        operators = List.copyOf(operators);
        jars = List.copyOf(jars);
        warnings = List.copyOf(warnings);
    }

    /** Whether it runs in batch mode, once {@code AUTOMATIC} is decided. */
    public boolean isBatch() {
        return switch (mode) {
            case BATCH -> true;
            case STREAMING -> false;
            case AUTOMATIC -> allSourcesBounded();
        };
    }

    private boolean allSourcesBounded() {
        for (OperatorTransformation<?> operator : operators) {
            if (operator.getOperation() instanceof Operation.FromSource<?> from
                    && from.source().getBoundedness() != Boundedness.BOUNDED) {
                return false;
            }
        }
        return true;
    }
}
