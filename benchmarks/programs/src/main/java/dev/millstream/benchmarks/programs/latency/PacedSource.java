package dev.millstream.benchmarks.programs.latency;

import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.benchmarks.workload.Event;
import dev.millstream.benchmarks.workload.latency.Schedule;
import dev.millstream.core.io.SimpleVersionedSerializer;

/** Events that are due at given times. */
final class PacedSource implements Source<Event, PacedSplit, Integer> {
    private static final long serialVersionUID = 1L;

    private final Schedule schedule;

    PacedSource(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Event, PacedSplit> createReader(SourceReaderContext context) {
        return new PacedReader(schedule, context.currentParallelism());
    }

    @Override
    public SplitEnumerator<PacedSplit, Integer> createEnumerator(
            SplitEnumeratorContext<PacedSplit> context) {
        return new PacedEnumerator(context);
    }

    @Override
    public SplitEnumerator<PacedSplit, Integer> restoreEnumerator(
            SplitEnumeratorContext<PacedSplit> context, Integer state) {
        return new PacedEnumerator(context);
    }

    @Override
    public SimpleVersionedSerializer<PacedSplit> getSplitSerializer() {
        return new NumberSerializer<>(PacedSplit::number, PacedSplit::new);
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        return new NumberSerializer<>(number -> number, number -> number);
    }
}
