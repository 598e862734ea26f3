package dev.millstream.client.job;

import dev.millstream.api.common.accumulators.Accumulator;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.types.closure.ClosureBytes;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Accumulators' results, by name. Those that users have defined are merged here, as no user code
 * runs in a JobManager.
 */
final class AccumulatorResults {
    private AccumulatorResults() {}

    /**
     * @throws AccumulatorException if the user's code fails
     */
    static Map<String, Object> of(
            List<AccumulatorSnapshot> snapshots, ClassLoader userClassLoader) {
        Map<String, Object> results = new TreeMap<>();
        for (AccumulatorSnapshot snapshot : snapshots) {
            results.put(snapshot.name(), result(snapshot, userClassLoader));
        }
        return results;
    }

    private static Object result(AccumulatorSnapshot snapshot, ClassLoader userClassLoader) {
        return switch (snapshot.value()) {
            case AccumulatorValue.IntSum(int value) -> value;
            case AccumulatorValue.LongSum(long value) -> value;
            case AccumulatorValue.DoubleSum(double value) -> value;
            case AccumulatorValue.IntMinimum(int value) -> value;
            case AccumulatorValue.IntMaximum(int value) -> value;
            case AccumulatorValue.LongMinimum(long value) -> value;
            case AccumulatorValue.LongMaximum(long value) -> value;
            case AccumulatorValue.DoubleMinimum(double value) -> value;
            case AccumulatorValue.DoubleMaximum(double value) -> value;
            case AccumulatorValue.Average(long count, double sum) -> count == 0 ? 0.0 : sum / count;
            case AccumulatorValue.Opaque(List<Bytes> parts) ->
                    opened(snapshot.name(), parts, userClassLoader);
        };
    }

    private static Object opened(String name, List<Bytes> parts, ClassLoader userClassLoader) {
        try {
            return merged(name, parts, userClassLoader);
        } catch (RuntimeException | LinkageError e) {
            throw new AccumulatorException(
                    "The accumulator '"
                            + name
                            + "' of "
                            + parts.size()
                            + " subtasks can't be merged: "
                            + e,
                    TaskException.ofCallback(e));
        }
    }

    private static Object merged(String name, List<Bytes> parts, ClassLoader userClassLoader) {
        @Nullable Accumulator<Object, Serializable> merged = null;
        for (Bytes part : parts) {
            Accumulator<Object, Serializable> opened = open(part, userClassLoader);
            if (merged == null) {
                merged = opened;
            } else {
                merged.merge(opened);
            }
        }
        if (merged == null) {
            throw new IllegalStateException("The accumulator '" + name + "' has no parts");
        }
        return merged.getLocalValue();
    }

    // All parts are of the class that the user has registered under this name.
    @SuppressWarnings("unchecked")
    private static Accumulator<Object, Serializable> open(Bytes part, ClassLoader loader) {
        return (Accumulator<Object, Serializable>) ClosureBytes.deserialize(part.array(), loader);
    }
}
