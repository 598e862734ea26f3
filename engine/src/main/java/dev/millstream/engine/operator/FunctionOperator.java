package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.Function;
import dev.millstream.api.common.functions.OpenContext;
import dev.millstream.api.common.functions.RichFunction;

/** An operator that calls one user function, with the life cycle of rich functions. */
public abstract class FunctionOperator extends Operator {
    private static final OpenContext OPEN = new OpenContext() {};

    private final Function owned;

    protected FunctionOperator(OperatorContext context, Function function, Output events) {
        super(context, events);
        this.owned = function;
    }

    @Override
    public final void open() {
        if (owned instanceof RichFunction rich) {
            try {
                rich.setRuntimeContext(context().runtime());
                rich.open(OPEN);
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context().userFailure(t);
            }
        }
    }

    @Override
    public final void close() {
        closeOwn();
        if (owned instanceof RichFunction rich) {
            try {
                rich.close();
            } catch (Throwable t) { // whatever a user's code throws ends the task
                throw context().userFailure(t);
            }
        }
    }

    /** Lets go of what the operator itself holds; called before the function is closed. */
    protected void closeOwn() {}
}
