package dev.millstream.graph.stream;

import dev.millstream.api.common.functions.AggregateFunction;
import dev.millstream.api.common.functions.Mergeable;
import dev.millstream.streaming.api.functions.aggregation.FieldFold;
import dev.millstream.streaming.api.operations.Operation;
import dev.millstream.streaming.api.operations.Partial;
import dev.millstream.streaming.api.operations.Partitioning;
import dev.millstream.streaming.api.operations.TimeGrid;
import dev.millstream.streaming.api.operations.WindowContents;
import dev.millstream.streaming.api.operations.Windowing;
import dev.millstream.streaming.api.transformations.ChainingStrategy;
import java.util.Optional;

/**
 * Decides where records are combined before they are sent to the windows that they belong to: where
 * results can't differ, and the user doesn't need the records one by one.
 */
final class CombiningRules {
    private CombiningRules() {}

    /**
     * What combines an operator's records in the tasks that send them; empty if nothing does.
     *
     * @param sender the operator that emits them
     */
    static Optional<Operation.Combine<?, ?>> combine(Operation operation, StreamNode sender) {
        if (!(operation instanceof Operation.Windowed<?, ?> windows)
                || sender.chaining() == ChainingStrategy.NEVER) {
            return Optional.empty();
        }
        Windowing windowing = windows.windowing();
        if (!windowing.isPlain()
                || windowing.lateOutput() != null
                || !(windows.contents() instanceof WindowContents.Aggregated<?, ?, ?> aggregated)
                || !isCombinable(aggregated.function())) {
            return Optional.empty();
        }
        return TimeGrid.of(windowing.assigner())
                .filter(grid -> grid.isTumbling() || grid.isShareable())
                .map(grid -> combine(windows, grid, aggregated.function()));
    }

    /** A fold tells the first record by its place in one task. */
    private static boolean isCombinable(AggregateFunction<?, ?, ?> function) {
        return function instanceof Mergeable && !(function instanceof FieldFold<?>);
    }

    @SuppressWarnings("unchecked") // both take the records of one stream
    private static <T, K> Operation.Combine<T, K> combine(
            Operation.Windowed<T, K> windows, TimeGrid grid, AggregateFunction<?, ?, ?> function) {
        return new Operation.Combine<>(windows.key(), grid, (AggregateFunction<T, ?, ?>) function);
    }

    /** To the same subtasks as before, whether a record was combined or not. */
    static Partitioning partitioning(Partitioning before) {
        return before instanceof Partitioning.Hash<?, ?> hash
                ? new Partitioning.Hash<>(new Partial.Key<>(hash.key()))
                : before;
    }
}
