package dev.millstream.engine.coordinator;

import dev.millstream.api.connector.source.LocatableSourceSplit;
import dev.millstream.api.connector.source.ReaderInfo;
import dev.millstream.api.connector.source.SourceEvent;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.api.connector.source.SplitsAssignment;
import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.operator.TaskScope;
import dev.millstream.engine.source.VersionedBytes;
import dev.millstream.graph.job.Bytes;
import dev.millstream.platform.Platform;
import dev.millstream.protocol.jobmaster.SplitEvent;
import dev.millstream.types.closure.ClosureBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** What an enumerator can do. Splits and signals become events for the JobMaster. */
final class EnumeratorContext implements SplitEnumeratorContext<SourceSplit> {
    private final OperatorContext context;
    private final SimpleVersionedSerializer<SourceSplit> serializer;
    private final SplitEvents events;
    private final AsyncCalls calls;
    private final Map<Integer, ReaderInfo> readers = new TreeMap<>();

    EnumeratorContext(
            OperatorContext context,
            SimpleVersionedSerializer<SourceSplit> serializer,
            SplitEvents events) {
        this.context = context;
        this.serializer = serializer;
        this.events = events;
        this.calls = new AsyncCalls(context);
    }

    /**
     * A reader is there.
     *
     * @param host empty when it is not known yet
     */
    void register(int subtask, String host) {
        readers.put(subtask, new ReaderInfo(subtask, host));
    }

    @Override
    public int currentParallelism() {
        return scope().facts().getNumberOfParallelSubtasks();
    }

    @Override
    public Map<Integer, ReaderInfo> registeredReaders() {
        return Collections.unmodifiableMap(readers);
    }

    @Override
    public void assignSplits(SplitsAssignment<SourceSplit> newSplitAssignments) {
        new TreeMap<>(newSplitAssignments.assignment())
                .forEach((subtask, splits) -> {
                    for (SourceSplit split : splits) {
                        events.add(available(subtask(subtask), split));
                    }
                });
    }

    private SplitEvent available(OptionalInt subtask, SourceSplit split) {
        List<String> hosts =
                split instanceof LocatableSourceSplit located ? located.hosts() : List.of();
        return new SplitEvent.Available(split.splitId(), bytes(split), subtask, hosts);
    }

    private Bytes bytes(SourceSplit split) {
        try {
            return VersionedBytes.write(serializer, split);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The split " + split.splitId() + " can't be serialised", e);
        }
    }

    @Override
    public void signalNoMoreSplits(int subtask) {
        events.add(new SplitEvent.NoMore(subtask(subtask)));
    }

    private OptionalInt subtask(int subtask) {
        if (subtask == ANY_READER) {
            return OptionalInt.empty();
        }
        if (subtask < 0 || subtask >= currentParallelism()) {
            throw new IllegalArgumentException(
                    "There is no reader "
                            + subtask
                            + ": the source's parallelism is "
                            + currentParallelism());
        }
        return OptionalInt.of(subtask);
    }

    @Override
    public void sendEventToSourceReader(int subtaskId, SourceEvent event) {
        subtask(subtaskId);
        events.add(new SplitEvent.ToReader(subtaskId, Bytes.owning(ClosureBytes.serialize(event))));
    }

    @Override
    public <T> void callAsync(Callable<T> callable, BiConsumer<T, Throwable> handler) {
        calls.once(callable, handler);
    }

    @Override
    public <T> void callAsync(
            Callable<T> callable,
            BiConsumer<T, Throwable> handler,
            long initialDelayMillis,
            long periodMillis) {
        calls.repeatedly(callable, handler, initialDelayMillis, periodMillis);
    }

    @Override
    public void runInCoordinatorThread(Runnable runnable) {
        scope().mailbox().put(() -> calls.run(runnable));
    }

    @Override
    public Platform platform() {
        return scope().platform();
    }

    private TaskScope scope() {
        return context.scope();
    }
}
