package dev.millstream.engine.fusion;

import dev.millstream.engine.operator.FunctionLife;
import dev.millstream.engine.operator.Operator;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.Output;
import dev.millstream.engine.operator.SelfIsolating;
import java.util.List;

/**
 * Stateless operators that follow each other, as one. Generated classes extend it: they take
 * records, and have the calls of the functions up to the first flat map; {@link FusedCollector}s
 * have the others.
 */
public abstract class FusedOperator extends Operator implements SelfIsolating {
    /** Of the steps of the generated method. */
    final OperatorContext[] contexts;

    private final FunctionLife[] functions;

    /** Functions from this index on were opened, or their opening was begun. */
    private int openedFrom;

    /**
     * @param steps all operators
     * @param events all outputs of the last one
     */
    FusedOperator(List<Step> steps, OperatorContext[] contexts, Output events) {
        super(steps.getFirst().context(), events);
        this.contexts = contexts;
        this.functions =
                steps.stream()
                        .map(step -> new FunctionLife(step.context(), step.function()))
                        .toArray(FunctionLife[]::new);
        this.openedFrom = functions.length;
    }

    /** Opens the functions, the last one first. */
    @Override
    public final void open() {
        while (openedFrom > 0) {
            openedFrom--;
            functions[openedFrom].open();
        }
    }

    /** Closes what was opened, each whatever happens to the others; throws the first failure. */
    @Override
    public final void close() {
        RuntimeException first = null;
        while (openedFrom < functions.length) {
            try {
                functions[openedFrom].close();
            } catch (RuntimeException e) { // the others must be closed, too
                first = first == null ? e : first;
            }
            openedFrom++;
        }
        if (first != null) {
            throw first;
        }
    }
}
