package dev.millstream.engine.window.memory;

import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.MapState;
import dev.millstream.api.common.state.MapStateDescriptor;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.api.common.state.State;
import dev.millstream.api.common.state.StateDescriptor;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All states of one window or key, by their names. Belongs to the task's thread. */
public final class LocalStates implements KeyedStateStore {
    private final Map<String, State> states = new TreeMap<>();

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> descriptor) {
        return of(descriptor, () -> new LocalValue<>(descriptor));
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> descriptor) {
        return of(descriptor, LocalList::new);
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> descriptor) {
        return of(descriptor, () -> new LocalReduction<>(descriptor));
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> descriptor) {
        return of(descriptor, () -> new LocalAggregation<>(descriptor));
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> descriptor) {
        return of(descriptor, LocalMap::new);
    }

    /** The state that a descriptor describes, whatever its kind. */
    @SuppressWarnings("unchecked") // a descriptor's type argument is the state that its kind gives
    public <S extends State> S of(StateDescriptor<S, ?> descriptor) {
        return (S)
                switch (descriptor) {
                    case ValueStateDescriptor<?> value -> getState(value);
                    case ListStateDescriptor<?> list -> getListState(list);
                    case ReducingStateDescriptor<?> reducing -> getReducingState(reducing);
                    case AggregatingStateDescriptor<?, ?, ?> aggregating ->
                            getAggregatingState(aggregating);
                    case MapStateDescriptor<?, ?> map -> getMapState(map);
                    default ->
                            throw new IllegalArgumentException(
                                    "Unknown kind of state: " + descriptor);
                };
    }

    /** Adds what another one has of a state. */
    public void merge(StateDescriptor<?, ?> descriptor, LocalStates other) throws Exception {
        State from = other.states.get(descriptor.getName());
        if (from instanceof LocalMerging merging) {
            ((LocalMerging) of(descriptor)).merge(merging);
        }
    }

    @SuppressWarnings("unchecked") // the name stands for the state and its type
    private <S extends State> S of(StateDescriptor<?, ?> descriptor, Supplier<S> absent) {
        return (S) states.computeIfAbsent(descriptor.getName(), name -> absent.get());
    }
}
