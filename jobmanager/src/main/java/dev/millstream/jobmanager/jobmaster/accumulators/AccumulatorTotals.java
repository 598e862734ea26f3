package dev.millstream.jobmanager.jobmaster.accumulators;

import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accumulators over all tasks of a job. Built-in ones are merged; of others the parts are kept, as
 * only the client can open them.
 */
public final class AccumulatorTotals {
    private final TreeMap<String, AccumulatorValue> totals = new TreeMap<>();

    /**
     * Merges what one task ended with.
     *
     * @throws AccumulatorConflictException if tasks use one name for accumulators of different
     *     kinds; those before it in the list are merged then
     */
    public void add(List<AccumulatorSnapshot> ofTask) {
        for (AccumulatorSnapshot snapshot : ofTask) {
            totals.merge(
                    snapshot.name(),
                    snapshot.value(),
                    (total, part) -> merge(snapshot.name(), total, part));
        }
    }

    /** By name. */
    public List<AccumulatorSnapshot> snapshot() {
        List<AccumulatorSnapshot> snapshots = new ArrayList<>();
        for (Map.Entry<String, AccumulatorValue> total : totals.entrySet()) {
            snapshots.add(new AccumulatorSnapshot(total.getKey(), total.getValue()));
        }
        return List.copyOf(snapshots);
    }

    /** Forgets everything, as before a restart. */
    public void clear() {
        totals.clear();
    }

    private static AccumulatorValue merge(
            String name, AccumulatorValue total, AccumulatorValue part) {
        if (total.getClass() != part.getClass()) {
            throw new AccumulatorConflictException(name, kind(total), kind(part));
        }
        return switch (total) {
            case AccumulatorValue.IntSum(int a) ->
                    new AccumulatorValue.IntSum(a + ((AccumulatorValue.IntSum) part).value());
            case AccumulatorValue.LongSum(long a) ->
                    new AccumulatorValue.LongSum(a + ((AccumulatorValue.LongSum) part).value());
            case AccumulatorValue.DoubleSum(double a) ->
                    new AccumulatorValue.DoubleSum(a + ((AccumulatorValue.DoubleSum) part).value());
            case AccumulatorValue.IntMinimum(int a) ->
                    new AccumulatorValue.IntMinimum(
                            Math.min(a, ((AccumulatorValue.IntMinimum) part).value()));
            case AccumulatorValue.IntMaximum(int a) ->
                    new AccumulatorValue.IntMaximum(
                            Math.max(a, ((AccumulatorValue.IntMaximum) part).value()));
            case AccumulatorValue.LongMinimum(long a) ->
                    new AccumulatorValue.LongMinimum(
                            Math.min(a, ((AccumulatorValue.LongMinimum) part).value()));
            case AccumulatorValue.LongMaximum(long a) ->
                    new AccumulatorValue.LongMaximum(
                            Math.max(a, ((AccumulatorValue.LongMaximum) part).value()));
            case AccumulatorValue.DoubleMinimum(double a) ->
                    new AccumulatorValue.DoubleMinimum(
                            Math.min(a, ((AccumulatorValue.DoubleMinimum) part).value()));
            case AccumulatorValue.DoubleMaximum(double a) ->
                    new AccumulatorValue.DoubleMaximum(
                            Math.max(a, ((AccumulatorValue.DoubleMaximum) part).value()));
            case AccumulatorValue.Average(long count, double sum) -> {
                AccumulatorValue.Average other = (AccumulatorValue.Average) part;
                yield new AccumulatorValue.Average(count + other.count(), sum + other.sum());
            }
            case AccumulatorValue.Opaque(var parts) -> {
                var all = new ArrayList<>(parts);
                all.addAll(((AccumulatorValue.Opaque) part).parts());
                yield new AccumulatorValue.Opaque(all);
            }
        };
    }

    private static String kind(AccumulatorValue value) {
        return value.getClass().getSimpleName();
    }
}
