package dev.millstream.graph;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.core.io.SimpleVersionedSerializer;

/** A source that is never run, and says that it would not end. */
final class EndlessSource implements Source<Long, SourceSplit, Long> {
    static final WatermarkStrategy<Long> WATERMARKS = WatermarkStrategy.noWatermarks();

    private static final long serialVersionUID = 1L;

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SplitEnumerator<SourceSplit, Long> createEnumerator(
            SplitEnumeratorContext<SourceSplit> context) {
        throw new IllegalStateException("This source is never run");
    }

    @Override
    public SplitEnumerator<SourceSplit, Long> restoreEnumerator(
            SplitEnumeratorContext<SourceSplit> context, Long checkpoint) {
        throw new IllegalStateException("This source is never run");
    }

    @Override
    public SourceReader<Long, SourceSplit> createReader(SourceReaderContext context) {
        throw new IllegalStateException("This source is never run");
    }

    @Override
    public SimpleVersionedSerializer<SourceSplit> getSplitSerializer() {
        throw new IllegalStateException("This source is never run");
    }

    @Override
    public SimpleVersionedSerializer<Long> getEnumeratorCheckpointSerializer() {
        throw new IllegalStateException("This source is never run");
    }
}
