package dev.millstream.engine.function;

import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import dev.millstream.api.common.state.KeyedStateStore;
import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.MapState;
import dev.millstream.api.common.state.MapStateDescriptor;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.api.common.state.StateDescriptor;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;

/**
 * The keyed state of an operator that has none.
 *
 * @param location the operator, subtask and TaskManager
 */
public record UnkeyedState(String location) implements KeyedStateStore {
    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> stateProperties) {
        throw refusal(stateProperties);
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> stateProperties) {
        throw refusal(stateProperties);
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> stateProperties) {
        throw refusal(stateProperties);
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> stateProperties) {
        throw refusal(stateProperties);
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> stateProperties) {
        throw refusal(stateProperties);
    }

    private UnsupportedOperationException refusal(StateDescriptor<?, ?> wanted) {
        return new UnsupportedOperationException(
                location
                        + " asks for the keyed state '"
                        + wanted.getName()
                        + "', but its input isn't keyed, so there is no key to keep it for. Apply"
                        + " the function to a keyed stream: stream.keyBy(...).process(...), or"
                        + " connected streams that are both keyed.");
    }
}
