package dev.millstream.api.common.functions;

import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.common.accumulators.Accumulator;
import dev.millstream.api.common.accumulators.DoubleCounter;
import dev.millstream.api.common.accumulators.Histogram;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.LongCounter;
import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import dev.millstream.api.common.state.ListState;
import dev.millstream.api.common.state.ListStateDescriptor;
import dev.millstream.api.common.state.MapState;
import dev.millstream.api.common.state.MapStateDescriptor;
import dev.millstream.api.common.state.ReducingState;
import dev.millstream.api.common.state.ReducingStateDescriptor;
import dev.millstream.api.common.state.ValueState;
import dev.millstream.api.common.state.ValueStateDescriptor;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Where a rich function runs. Called on the task's thread only. */
public interface RuntimeContext {
    /** The job. */
    JobInfo getJobInfo();

    /** The subtask. */
    TaskInfo getTaskInfo();

    /** Whether chained functions share record objects instead of getting copies. */
    boolean isObjectReuseEnabled();

    /** Loads the program's classes. */
    ClassLoader getUserCodeClassLoader();

    /**
     * Adds an accumulator, whose values over all subtasks are merged for the client.
     *
     * @throws UnsupportedOperationException if the subtask has one of this name, which is another
     *     object
     */
    <V, A extends Serializable> void addAccumulator(String name, Accumulator<V, A> accumulator);

    /** The accumulator of this name, null if there is none in this subtask. */
    <V, A extends Serializable> @Nullable Accumulator<V, A> getAccumulator(String name);

    /** The counter of this name; made at the first call. */
    IntCounter getIntCounter(String name);

    /** The counter of this name; made at the first call. */
    LongCounter getLongCounter(String name);

    /** The counter of this name; made at the first call. */
    DoubleCounter getDoubleCounter(String name);

    /** The histogram of this name; made at the first call. */
    Histogram getHistogram(String name);

    /**
     * One value for each key.
     *
     * @throws UnsupportedOperationException if the function isn't applied to a keyed stream
     */
    <T> ValueState<T> getState(ValueStateDescriptor<T> stateProperties);

    /** A list for each key; on keyed streams only, as {@link #getState}. */
    <T> ListState<T> getListState(ListStateDescriptor<T> stateProperties);

    /** A value for each key, combined of those added; on keyed streams only. */
    <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> stateProperties);

    /** An accumulator for each key; on keyed streams only. */
    <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> stateProperties);

    /** A map for each key; on keyed streams only. */
    <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> stateProperties);
}
