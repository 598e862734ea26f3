package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.RuntimeContext;
import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.engine.exchange.failure.OutputInterruptedException;
import dev.millstream.engine.exchange.failure.PartitioningException;
import dev.millstream.engine.failure.CancelTaskException;
import dev.millstream.engine.failure.EngineException;
import dev.millstream.engine.failure.TaskException;
import dev.millstream.engine.failure.UserCodeException;
import dev.millstream.engine.function.UnkeyedState;
import dev.millstream.types.UnsupportedTypeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one operator knows of its surroundings, and how it says that something went wrong. */
public final class OperatorContext {
    private final TaskScope scope;
    private final String location;
    private final KeyedStateStore state;

    /**
     * @param location the operator, subtask and TaskManager, such as {@code map 'parse' (2/4) on
     *     tm-1}
     */
    public OperatorContext(TaskScope scope, String location) {
        this(scope, location, new UnkeyedState(location));
    }

    private OperatorContext(TaskScope scope, String location, KeyedStateStore state) {
        this.scope = scope;
        this.location = location;
        this.state = state;
    }

    /** The same for an operator that has keyed state. */
    public OperatorContext withState(KeyedStateStore keyed) {
        return new OperatorContext(scope, location, keyed);
    }

    /** What the operator's rich functions are given. */
    public RuntimeContext runtime() {
        return scope.runtime().withState(state);
    }

    /**
     * For an operator of a chain.
     *
     * @param kind what the operator does, such as {@code flat map}
     * @param name the operator's, for people
     */
    public static OperatorContext of(TaskScope scope, String kind, String name) {
        return new OperatorContext(
                scope,
                label(kind, name)
                        + " "
                        + scope.facts().subtask()
                        + " on "
                        + scope.taskManagerName());
    }

    private static String label(String kind, String name) {
        boolean same =
                kind.equalsIgnoreCase(name) || name.toLowerCase(Locale.ROOT).startsWith(kind + ":");
        return same ? name : kind + " '" + name + "'";
    }

    public TaskScope scope() {
        return scope;
    }

    /** The operator, subtask and TaskManager, such as {@code map 'parse' (2/4) on tm-1}. */
    public String location() {
        return location;
    }

    /**
     * What to throw when the user's code has thrown something: the same if it comes from another
     * operator that the user's code called, else a {@link UserCodeException}.
     */
    public TaskException userFailure(Throwable thrown) {
        return userFailure("", thrown);
    }

    /**
     * What to throw when a function of the user's beside the operator's own has thrown something.
     *
     * @param role what the function is to the operator
     */
    private TaskException userFailure(String role, Throwable thrown) {
        TaskException known = TaskException.within(thrown);
        if (scope.ending().isRequested()) {
            return known instanceof CancelTaskException ? known : new CancelTaskException();
        }
        return known != null ? known : noted(new UserCodeException(location, role, thrown));
    }

    /** What to throw when a result could not be written. */
    TaskException outputFailure(RuntimeException thrown) {
        return switch (thrown) {
            case TaskException known -> known;
            case PartitioningException e ->
                    e.getCause() == null
                            ? userFailure(e)
                            : userFailure(String.valueOf(e.getMessage()), e.getCause());
            case OutputInterruptedException e -> interrupted(e);
            case UnsupportedTypeException e ->
                    permanentFailure("emits a record that can't be serialised.", e);
            default ->
                    noted(EngineException.retryable(location + " can't write its output.", thrown));
        };
    }

    /** What to throw when the task's thread was interrupted. */
    public TaskException interrupted(Exception thrown) {
        return scope.ending().isRequested()
                ? new CancelTaskException()
                : noted(
                        EngineException.retryable(
                                location + " was interrupted, and nobody had told it to end.",
                                thrown));
    }

    /**
     * What to throw when something would fail again in the same way.
     *
     * @param what follows the operator's name in the message
     */
    public TaskException permanentFailure(String what, @Nullable Throwable cause) {
        return noted(EngineException.permanent(location + " " + what, cause));
    }

    /** What to throw when something may go well the next time. */
    public TaskException retryableFailure(String what, @Nullable Throwable cause) {
        return noted(EngineException.retryable(location + " " + what, cause));
    }

    /** Ends the task even if a user's function, through which the exception passes, catches it. */
    private TaskException noted(TaskException failure) {
        scope.mailbox()
                .put(() -> {
                    throw failure;
                });
        return failure;
    }
}
