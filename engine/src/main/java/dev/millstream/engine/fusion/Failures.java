package dev.millstream.engine.fusion;

import dev.millstream.engine.failure.TaskException;
import dev.millstream.engine.operator.OperatorContext;

/** Called by generated code. */
final class Failures {
    private Failures() {}

    /** What to throw when the function of a step has thrown something. */
    static TaskException of(Throwable thrown, int step, OperatorContext[] contexts) {
        return contexts[step].userFailure(thrown);
    }
}
