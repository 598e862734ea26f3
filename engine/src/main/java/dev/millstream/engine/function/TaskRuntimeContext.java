package dev.millstream.engine.function;

import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.common.accumulators.Accumulator;
import dev.millstream.api.common.accumulators.DoubleCounter;
import dev.millstream.api.common.accumulators.Histogram;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.LongCounter;
import dev.millstream.api.common.functions.RuntimeContext;
import dev.millstream.api.common.state.AggregatingState;
import dev.millstream.api.common.state.AggregatingStateDescriptor;
import dev.millstream.api.common.state.KeyedStateStore;
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

/** What rich functions see of their task, and the keyed state of their operator. */
public final class TaskRuntimeContext implements RuntimeContext {
    private final TaskFacts facts;
    private final boolean objectReuse;
    private final ClassLoader userClassLoader;
    private final Accumulators accumulators;
    private final KeyedStateStore state;

    /** For a task; {@link #withState} makes one for each of its operators. */
    public TaskRuntimeContext(
            TaskFacts facts,
            boolean objectReuse,
            ClassLoader userClassLoader,
            Accumulators accumulators) {
        this(
                facts,
                objectReuse,
                userClassLoader,
                accumulators,
                new UnkeyedState(facts.getTaskNameWithSubtasks()));
    }

    private TaskRuntimeContext(
            TaskFacts facts,
            boolean objectReuse,
            ClassLoader userClassLoader,
            Accumulators accumulators,
            KeyedStateStore state) {
        this.facts = facts;
        this.objectReuse = objectReuse;
        this.userClassLoader = userClassLoader;
        this.accumulators = accumulators;
        this.state = state;
    }

    /** The same for one operator, with its state. */
    public TaskRuntimeContext withState(KeyedStateStore operatorState) {
        return new TaskRuntimeContext(
                facts, objectReuse, userClassLoader, accumulators, operatorState);
    }

    @Override
    public JobInfo getJobInfo() {
        return facts;
    }

    @Override
    public TaskInfo getTaskInfo() {
        return facts;
    }

    @Override
    public boolean isObjectReuseEnabled() {
        return objectReuse;
    }

    @Override
    public ClassLoader getUserCodeClassLoader() {
        return userClassLoader;
    }

    @Override
    public <V, A extends Serializable> void addAccumulator(
            String name, Accumulator<V, A> accumulator) {
        accumulators.add(name, accumulator);
    }

    @Override
    @SuppressWarnings("unchecked") // the caller names the types with which it added it
    public <V, A extends Serializable> @Nullable Accumulator<V, A> getAccumulator(String name) {
        return (Accumulator<V, A>) accumulators.find(name);
    }

    @Override
    public IntCounter getIntCounter(String name) {
        return accumulators.findOrAdd(name, IntCounter.class, IntCounter::new);
    }

    @Override
    public LongCounter getLongCounter(String name) {
        return accumulators.findOrAdd(name, LongCounter.class, LongCounter::new);
    }

    @Override
    public DoubleCounter getDoubleCounter(String name) {
        return accumulators.findOrAdd(name, DoubleCounter.class, DoubleCounter::new);
    }

    @Override
    public Histogram getHistogram(String name) {
        return accumulators.findOrAdd(name, Histogram.class, Histogram::new);
    }

    @Override
    public <T> ValueState<T> getState(ValueStateDescriptor<T> stateProperties) {
        return state.getState(stateProperties);
    }

    @Override
    public <T> ListState<T> getListState(ListStateDescriptor<T> stateProperties) {
        return state.getListState(stateProperties);
    }

    @Override
    public <T> ReducingState<T> getReducingState(ReducingStateDescriptor<T> stateProperties) {
        return state.getReducingState(stateProperties);
    }

    @Override
    public <IN, ACC, OUT> AggregatingState<IN, OUT> getAggregatingState(
            AggregatingStateDescriptor<IN, ACC, OUT> stateProperties) {
        return state.getAggregatingState(stateProperties);
    }

    @Override
    public <UK, UV> MapState<UK, UV> getMapState(MapStateDescriptor<UK, UV> stateProperties) {
        return state.getMapState(stateProperties);
    }
}
