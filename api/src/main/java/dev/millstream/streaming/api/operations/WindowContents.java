package dev.millstream.streaming.api.operations;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.Mergeable;
import dev.millstream.api.common.functions.ReduceFunction;
import java.io.Serializable;

/** What is kept of the records of a window. */
public sealed interface WindowContents extends Serializable {
    /**
     * Whether parts of a window may be kept one by one and merged, with equal results whatever the
     * order of their records was.
     */
    boolean isMergeable();

    /** All of them. */
    record Buffered() implements WindowContents {
        @Override
        public boolean isMergeable() {
            return false;
        }
    }

    /** Their reduction. */
    record Reduced<T>(ReduceFunction<T> function) implements WindowContents {
        @Override
        public boolean isMergeable() {
            return function instanceof Mergeable;
        }
    }

    /** Their accumulator. */
    record Aggregated<T, A, R>(AggregateFunction<T, A, R> function) implements WindowContents {
        @Override
        public boolean isMergeable() {
            return function instanceof Mergeable;
        }
    }
}
