package dev.millstream.engine.harness;

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
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Each element is a split, which the enumerator hands out when it is asked. */
public final class ListSource<T> implements Source<T, ListSource.Split, Integer> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<T> elements;

    /** The elements, which must be serialisable. */
    public ListSource(List<T> elements) {
        this.elements = new ArrayList<>(elements);
    }

    /** One element. */
    public record Split(int index) implements SourceSplit {
        @Override
        public String splitId() {
            return "element-" + index;
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<T, Split> createReader(SourceReaderContext context) {
        return new Reader<>(elements, context);
    }

    @Override
    public SplitEnumerator<Split, Integer> createEnumerator(SplitEnumeratorContext<Split> context) {
        return new Enumerator(elements.size(), context);
    }

    @Override
    public SplitEnumerator<Split, Integer> restoreEnumerator(
            SplitEnumeratorContext<Split> context, Integer checkpoint) {
        throw new IllegalStateException("nothing to restore");
    }

    @Override
    public SimpleVersionedSerializer<Split> getSplitSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 3;
            }

            @Override
            public byte[] serialize(Split split) {
                return ByteBuffer.allocate(4).putInt(split.index()).array();
            }

            @Override
            public Split deserialize(int version, byte[] serialized) {
                if (version != 3) {
                    throw new IllegalArgumentException("version " + version);
                }
                return new Split(ByteBuffer.wrap(serialized).getInt());
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<Integer> getEnumeratorCheckpointSerializer() {
        throw new IllegalStateException("no checkpoints here");
    }

    private static final class Enumerator implements SplitEnumerator<Split, Integer> {
        private final ArrayDeque<Split> left = new ArrayDeque<>();
        private final SplitEnumeratorContext<Split> context;

        Enumerator(int size, SplitEnumeratorContext<Split> context) {
            for (int index = 0; index < size; index++) {
                left.add(new Split(index));
            }
            this.context = context;
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
            Split next = left.poll();
            if (next == null) {
                context.signalNoMoreSplits(subtaskId);
            } else {
                context.assignSplit(next, subtaskId);
            }
        }

        @Override
        public void addSplitsBack(List<Split> splits, int subtaskId) {
            splits.forEach(left::addFirst);
        }

        @Override
        public void addReader(int subtaskId) {}

        @Override
        public Integer snapshotState(long checkpointId) {
            return left.size();
        }

        @Override
        public void close() {}
    }

    private static final class Reader<T> implements SourceReader<T, Split> {
        private final List<T> elements;
        private final SourceReaderContext context;
        private final ArrayDeque<Split> splits = new ArrayDeque<>();
        private CompletableFuture<Void> available = new CompletableFuture<>();
        private boolean noMore;

        Reader(List<T> elements, SourceReaderContext context) {
            this.elements = elements;
            this.context = context;
        }

        @Override
        public void start() {
            context.sendSplitRequest();
        }

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            Split split = splits.poll();
            if (split == null) {
                available = new CompletableFuture<>();
                return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            output.createOutputForSplit(split.splitId()).collect(elements.get(split.index()));
            output.releaseOutputForSplit(split.splitId());
            context.sendSplitRequest();
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<Split> snapshotState(long checkpointId) {
            return List.copyOf(splits);
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void addSplits(List<Split> added) {
            splits.addAll(added);
            available.complete(null);
        }

        @Override
        public void notifyNoMoreSplits() {
            noMore = true;
            available.complete(null);
        }

        @Override
        public void close() {}
    }
}
