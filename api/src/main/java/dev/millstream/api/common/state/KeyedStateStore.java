package dev.millstream.api.common.state;

/**
 * Gives state by its descriptor. The same name gives the same state; states are best asked for in
 * {@code open()}, before the first record, so that those of a key are kept together.
 */
public interface KeyedStateStore {
    /** One value for each key. */
    <T> ValueState<T> getState(ValueStateDescriptor<T> stateProperties);

    /** A list for each key. */
    <T> ListState<T> getListState(ListStateDescriptor<T> stateProperties);

    /** A value for each key, combined of those added. */
    <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> stateProperties);

    /** An accumulator for each key. */
    <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> stateProperties);

    /** A map for each key. */
    <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> stateProperties);
}
