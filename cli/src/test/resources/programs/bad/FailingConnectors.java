package bad;

import dev.millstream.api.common.eventtime.WatermarkStrategy;
import dev.millstream.api.connector.sink2.Sink;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.api.connector.sink2.WriterInitContext;
import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.core.io.InputStatus;
import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.streaming.api.environment.StreamExecutionEnvironment;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A job with a source or sink that fails where the first argument says. */
public final class FailingConnectors {
    public static void main(String[] args) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        String where = args[0];
        if (where.startsWith("sink")) {
            env.fromData("a", "b").sinkTo(new FailingSink(where)).name("table");
        } else {
            env.fromSource(new FailingSource(where), WatermarkStrategy.noWatermarks(), "queue")
                    .print();
        }
        env.execute("failing " + where);
    }

    /** Has one split, which is the place where it fails. */
    public record FailingSource(String where) implements Source<String, Place, Place> {
        @Override
        public Boundedness getBoundedness() {
            return Boundedness.BOUNDED;
        }

        @Override
        public SplitEnumerator<Place, Place> createEnumerator(SplitEnumeratorContext<Place> context)
                throws IOException {
            if (where.equals("create enumerator")) {
                throw new IOException("the queue can't be found");
            }
            return new FailingEnumerator(where, context);
        }

        @Override
        public SplitEnumerator<Place, Place> restoreEnumerator(
                SplitEnumeratorContext<Place> context, Place checkpoint) throws IOException {
            return createEnumerator(context);
        }

        @Override
        public SimpleVersionedSerializer<Place> getSplitSerializer() {
            return new PlaceSerializer();
        }

        @Override
        public SimpleVersionedSerializer<Place> getEnumeratorCheckpointSerializer() {
            return new PlaceSerializer();
        }

        @Override
        public SourceReader<String, Place> createReader(SourceReaderContext context) {
            return new FailingReader(where, context);
        }
    }

    /** The only split. */
    public record Place(String splitId) implements SourceSplit {}

    private static final class PlaceSerializer implements SimpleVersionedSerializer<Place> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Place place) throws IOException {
            if (place.splitId().equals("split")) {
                throw new IOException("the split can't be written");
            }
            return place.splitId().getBytes();
        }

        @Override
        public Place deserialize(int version, byte[] serialized) {
            return new Place(new String(serialized));
        }
    }

    private record FailingEnumerator(String where, SplitEnumeratorContext<Place> context)
            implements SplitEnumerator<Place, Place> {
        @Override
        public void start() {
            if (where.equals("start enumerator")) {
                throw new IllegalStateException("the queue has no topics");
            }
        }

        @Override
        public void handleSplitRequest(int subtaskId, String requesterHostname) {
            if (where.equals("assign")) {
                throw new IllegalStateException("the topic is locked");
            }
            context.assignSplit(new Place(where), subtaskId);
            context.signalNoMoreSplits(subtaskId);
        }

        @Override
        public void addSplitsBack(List<Place> splits, int subtaskId) {}

        @Override
        public void addReader(int subtaskId) {}

        @Override
        public Place snapshotState(long checkpointId) {
            return new Place(where);
        }

        @Override
        public void close() {}
    }

    private static final class FailingReader implements SourceReader<String, Place> {
        private final String where;
        private final SourceReaderContext context;
        private final CompletableFuture<Void> answered = new CompletableFuture<>();

        FailingReader(String where, SourceReaderContext context) {
            this.where = where;
            this.context = context;
        }

        @Override
        public void start() {
            context.sendSplitRequest();
        }

        @Override
        public InputStatus pollNext(ReaderOutput<String> output) throws IOException {
            if (where.equals("reader")) {
                throw new IOException("the queue is gone");
            }
            return answered.isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public List<Place> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return answered;
        }

        @Override
        public void addSplits(List<Place> splits) {}

        @Override
        public void notifyNoMoreSplits() {
            answered.complete(null);
        }

        @Override
        public void close() {}
    }

    private record FailingSink(String where) implements Sink<String> {
        @Override
        public SinkWriter<String> createWriter(WriterInitContext context) throws IOException {
            if (where.equals("sink create")) {
                throw new IOException("the table can't be opened");
            }
            return new FailingWriter(where);
        }
    }

    private record FailingWriter(String where) implements SinkWriter<String> {
        @Override
        public void write(String element, Context context) throws IOException {
            if (where.equals("sink write")) {
                throw new IOException("can't write '" + element + "'");
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            if (where.equals("sink flush")) {
                throw new IOException("the table is full");
            }
        }

        @Override
        public void close() {
            if (where.equals("sink close")) {
                throw new IllegalStateException("the table can't be closed");
            }
        }
    }
}
