package dev.millstream.engine.chain;

import dev.millstream.engine.exchange.output.RecordWriter;
import dev.millstream.engine.operator.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators of one task. Belongs to the task's thread. */
public final class Chain {
    private final List<Operator> operators;
    private final List<RecordWriter> writers;
    private final List<Integer> inputs;

    /** Operators from this index on were opened, or their opening was begun. */
    private int openedFrom;

    Chain(List<Operator> operators, List<RecordWriter> writers, List<Integer> inputs) {
        this.operators = List.copyOf(operators);
        this.writers = List.copyOf(writers);
        this.inputs = List.copyOf(inputs);
        this.openedFrom = operators.size();
    }

    /** Reads the source or the task's input gates. */
    public Operator head() {
        return operators.getFirst();
    }

    /** For each input gate, the head's logical input that it feeds. */
    public List<Integer> inputs() {
        return inputs;
    }

    /** Those of the task's results. */
    public List<RecordWriter> writers() {
        return writers;
    }

    /** Opens all operators, the last one first, so that whoever emits finds a receiver. */
    public void open() {
        while (openedFrom > 0) {
            openedFrom--;
            operators.get(openedFrom).open();
        }
    }

    /**
     * The head's input has ended: all emit what they have kept, in the order of the records' way.
     */
    public void endInput() {
        operators.forEach(Operator::endInput);
    }

    /** All is handed over; returns when nobody needs the operators any more. */
    public void drain() {
        operators.forEach(Operator::drain);
    }

    /**
     * Closes what was opened, each whatever happens to the others.
     *
     * @return the first failure
     */
    public @Nullable Throwable close() {
        Throwable first = null;
        for (Operator operator : operators.subList(openedFrom, operators.size())) {
            try {
                operator.close();
            } catch (Throwable t) { // the others must be closed, too
                first = first == null ? t : first;
            }
        }
        openedFrom = operators.size();
        return first;
    }
}
