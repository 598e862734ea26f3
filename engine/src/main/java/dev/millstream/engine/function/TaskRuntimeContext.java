package dev.millstream.engine.function;

import dev.millstream.api.common.JobInfo;
import dev.millstream.api.common.TaskInfo;
import dev.millstream.api.common.accumulators.Accumulator;
import dev.millstream.api.common.accumulators.DoubleCounter;
import dev.millstream.api.common.accumulators.Histogram;
import dev.millstream.api.common.accumulators.IntCounter;
import dev.millstream.api.common.accumulators.LongCounter;
import dev.millstream.api.common.functions.RuntimeContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What rich functions see of their task; one for all operators of a task. */
public final class TaskRuntimeContext implements RuntimeContext {
    private final TaskFacts facts;
    private final boolean objectReuse;
    private final ClassLoader userClassLoader;
    private final Accumulators accumulators;

    public TaskRuntimeContext(
            TaskFacts facts,
            boolean objectReuse,
            ClassLoader userClassLoader,
            Accumulators accumulators) {
        this.facts = facts;
        this.objectReuse = objectReuse;
        this.userClassLoader = userClassLoader;
        this.accumulators = accumulators;
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
}
