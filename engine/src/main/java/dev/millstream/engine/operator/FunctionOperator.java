package dev.millstream.engine.operator;

import dev.millstream.api.common.functions.Function;

/** An operator that calls one user function, with the life cycle of rich functions. */
public abstract class FunctionOperator extends Operator {
    private final FunctionLife life;

    protected FunctionOperator(OperatorContext context, Function function, Output events) {
        super(context, events);
        this.life = new FunctionLife(context, function);
    }

    @Override
    public final void open() {
        life.open();
    }

    @Override
    public final void close() {
        closeOwn();
        life.close();
    }

    /** Lets go of what the operator itself holds; called before the function is closed. */
    protected void closeOwn() {}
}
