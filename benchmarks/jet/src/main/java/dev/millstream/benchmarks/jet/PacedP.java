package dev.millstream.benchmarks.jet;

import com.hazelcast.jet.core.AbstractProcessor;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.latency.Pacer;
import dev.millstream.benchmarks.workload.latency.Schedule;
import org.jspecify.annotations.Nullable;

/** Emits events as they become due, cooperatively. */
final class PacedP extends AbstractProcessor {
    private final Schedule schedule;
    private @Nullable Pacer pacer;
    private @Nullable Event pending;

    PacedP(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    protected void init(Context context) {
        pacer = new Pacer(schedule, context.globalProcessorIndex(), context.totalParallelism());
    }

    @Override
    @SuppressWarnings("NullAway") // init() has been called
    public boolean complete() {
        while (pending != null || pacer.isDue()) {
            Event event = pending == null ? pacer.take() : pending;
            pending = tryEmit(event) ? null : event;
            if (pending != null) {
                return false;
            }
        }
        return pacer.isFinished();
    }

    @Override
    public void close() {
        if (pacer != null) {
            pacer.close();
        }
    }
}
