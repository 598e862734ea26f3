package dev.millstream.engine.function;

import dev.millstream.api.common.accumulators.Accumulator;
import dev.millstream.api.common.accumulators.AverageAccumulator;
import dev.millstream.api.common.accumulators.DoubleCounter;
import dev.millstream.api.common.accumulators.DoubleMaximum;
import dev.millstream.api.common.accumulators.DoubleMinimum;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.IntMaximum;
import dev.millstream.api.common.accumulators.IntMinimum;
import dev.millstream.api.common.accumulators.LongCounter;
import dev.millstream.api.common.accumulators.LongMaximum;
import dev.millstream.api.common.accumulators.LongMinimum;
import dev.millstream.engine.failure.EngineException;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.task.AccumulatorSnapshot;
import dev.millstream.protocol.task.AccumulatorValue;
import dev.millstream.types.closure.ClosureBytes;
import dev.millstream.types.closure.ClosureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The accumulators of one task, by name. Belongs to the task's thread. */
public final class Accumulators {
    private static final String BUILT_IN = "dev.millstream.api.common.accumulators.";

    private final Map<String, Accumulator<?, ?>> byName = new TreeMap<>();

    void add(String name, Accumulator<?, ?> accumulator) {
        Accumulator<?, ?> present = byName.putIfAbsent(name, accumulator);
        if (present != null && !isSame(present, accumulator)) {
            throw new UnsupportedOperationException(
                    "This subtask already has an accumulator '"
                            + name
                            + "', a "
                            + present.getClass().getName()
                            + ": use that one, or choose another name");
        }
    }

    @SuppressWarnings("ReferenceEquality") // two equal accumulators would count apart
    private static boolean isSame(Accumulator<?, ?> one, Accumulator<?, ?> other) {
        return one == other;
    }

    @Nullable Accumulator<?, ?> find(String name) {
        return byName.get(name);
    }

    <A extends Accumulator<?, ?>> A findOrAdd(String name, Class<A> type, Supplier<A> make) {
        Accumulator<?, ?> present = byName.get(name);
        if (present == null) {
            A made = make.get();
            byName.put(name, made);
            return made;
        }
        if (!type.isInstance(present)) {
            throw new UnsupportedOperationException(
                    "The accumulator '"
                            + name
                            + "' of this subtask is a "
                            + present.getClass().getName()
                            + ", not a "
                            + type.getName());
        }
        return type.cast(present);
    }

    /** Their values now, by name. */
    public List<AccumulatorSnapshot> snapshot() {
        List<AccumulatorSnapshot> snapshots = new ArrayList<>(byName.size());
        byName.forEach(
                (name, held) -> snapshots.add(new AccumulatorSnapshot(name, value(name, held))));
        return snapshots;
    }

    private static AccumulatorValue value(String name, Accumulator<?, ?> held) {
        // Only our own classes: a user's subclass may mean something else.
        return switch (held.getClass().getName().startsWith(BUILT_IN) ? held : null) {
            case IntCounter a -> new AccumulatorValue.IntSum(a.getLocalValuePrimitive());
            case LongCounter a -> new AccumulatorValue.LongSum(a.getLocalValuePrimitive());
            case DoubleCounter a -> new AccumulatorValue.DoubleSum(a.getLocalValuePrimitive());
            case IntMinimum a -> new AccumulatorValue.IntMinimum(a.getLocalValuePrimitive());
            case IntMaximum a -> new AccumulatorValue.IntMaximum(a.getLocalValuePrimitive());
            case LongMinimum a -> new AccumulatorValue.LongMinimum(a.getLocalValuePrimitive());
            case LongMaximum a -> new AccumulatorValue.LongMaximum(a.getLocalValuePrimitive());
            case DoubleMinimum a -> new AccumulatorValue.DoubleMinimum(a.getLocalValuePrimitive());
            case DoubleMaximum a -> new AccumulatorValue.DoubleMaximum(a.getLocalValuePrimitive());
            case AverageAccumulator a -> new AccumulatorValue.Average(a.getCount(), a.getSum());
            case null, default -> opaque(name, held);
        };
    }

    private static AccumulatorValue opaque(String name, Accumulator<?, ?> held) {
        try {
            return new AccumulatorValue.Opaque(List.of(Bytes.owning(ClosureBytes.serialize(held))));
        } catch (ClosureException e) {
            throw EngineException.permanent(
                    "The accumulator '" + name + "' can't be sent to the client.", e);
        }
    }
}
