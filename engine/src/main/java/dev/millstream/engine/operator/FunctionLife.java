package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.Function;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichFunction;

/** The life cycle of one function of the user's, if it is a rich one. */
public final class FunctionLife {
    private static final OpenContext OPEN = new OpenContext() {};

    private final OperatorContext context;
    private final Function function;

    /**
     * @param context of the operator that calls the function
     */
    public FunctionLife(OperatorContext context, Function function) {
        this.context = context;
        this.function = function;
    }

    /** Before the first record. */
    public void open() {
        if (function instanceof RichFunction rich) {
            try {
                rich.setRuntimeContext(context.runtime());
                rich.open(OPEN);
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context.userFailure(t);
            }
        }
    }

    /** Once, if {@link #open} was called. */
    public void close() {
        if (function instanceof RichFunction rich) {
            try {
                rich.close();
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context.userFailure(t);
            }
        }
    }
}
