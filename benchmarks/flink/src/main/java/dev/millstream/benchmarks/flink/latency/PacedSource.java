package dev.millstream.benchmarks.flink.latency;

import dev.millstream.benchmarks.workload.latency.Schedule;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Events that are due at given times. */
final class PacedSource implements Source<Tuple3<Long, Long, Long>, PacedSplit, Integer> {
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
    public SourceReader<Tuple3<Long, Long, Long>, PacedSplit> createReader(
            SourceReaderContext context) {
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
