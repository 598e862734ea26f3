package dev.millstream.engine.coordinator;

import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceEvent;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.core.io.SimpleVersionedSerializer;
import dev.millstream.engine.operator.OperatorContext;
import dev.millstream.engine.source.CoordinatorLink;
import dev.millstream.engine.source.VersionedBytes;
import dev.millstream.graph.job.Bytes;
import dev.millstream.protocol.id.ExecutionAttemptID;
import dev.millstream.types.closure.ClosureBytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source's enumerator at work. Belongs to the coordinator task's thread. */
public final class Enumeration {
    private final OperatorContext context;
    private final Source<Object, SourceSplit, ?> source;
    private final SplitEvents events;
    private @Nullable EnumeratorContext surroundings;
    private @Nullable SimpleVersionedSerializer<SourceSplit> serializer;
    private @Nullable SplitEnumerator<SourceSplit, ?> enumerator;

    /**
     * @param attempt the coordinator task's
     * @param link the way to the JobMaster
     */
    @SuppressWarnings("unchecked") // splits come from the source and go back to it only
    public Enumeration(
            OperatorContext context,
            Source<?, ?, ?> source,
            ExecutionAttemptID attempt,
            CoordinatorLink link) {
        this.context = context;
        this.source = (Source<Object, SourceSplit, ?>) source;
        this.events = new SplitEvents(context, attempt, link);
    }

    /** Makes the enumerator, starts it, and tells it of all readers. */
    public void open() {
        call(() -> {
            SimpleVersionedSerializer<SourceSplit> splits = source.getSplitSerializer();
            serializer = splits;
            EnumeratorContext made = new EnumeratorContext(context, splits, events);
            surroundings = made;
            SplitEnumerator<SourceSplit, ?> begun = source.createEnumerator(made);
            enumerator = begun;
            begun.start();
            for (int reader = 0; reader < made.currentParallelism(); reader++) {
                made.register(reader, "");
            }
            for (int reader = 0; reader < made.currentParallelism(); reader++) {
                begun.addReader(reader);
            }
        });
    }

    /** A reader asks for a split. */
    public void splitRequested(int subtask, String host) {
        call(() -> {
            opened(surroundings).register(subtask, host);
            opened(enumerator).handleSplitRequest(subtask, host);
        });
    }

    /** A reader has failed; another attempt of it will come. */
    public void splitsGivenBack(int subtask, List<Bytes> bytes) {
        call(() -> {
            List<SourceSplit> splits = new ArrayList<>(bytes.size());
            for (Bytes each : bytes) {
                splits.add(VersionedBytes.read(opened(serializer), each));
            }
            opened(enumerator).addSplitsBack(splits, subtask);
            opened(enumerator).addReader(subtask);
        });
    }

    /** A reader has sent an event. */
    public void sourceEvent(int subtask, Bytes event) {
        call(() ->
                opened(enumerator)
                        .handleSourceEvent(
                                subtask,
                                (SourceEvent)
                                        ClosureBytes.deserialize(
                                                event.array(), context.scope().userClassLoader())));
    }

    /** Closes the enumerator, if it was made; returns what it has thrown. */
    public @Nullable Throwable close() {
        SplitEnumerator<SourceSplit, ?> open = enumerator;
        enumerator = null;
        if (open == null) {
            return null;
        }
        try {
            open.close();
            return null;
        } catch (Throwable t) { // whatever a user's code throws ends the task
            return context.userFailure(t);
        }
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The enumerator is not open");
        }
        return part;
    }

    private void call(UserAction action) {
        try {
            action.run();
        } catch (Throwable t) { // whatever a user's code throws ends the task
            throw context.userFailure(t);
        }
    }

    /** A call of the user's code. */
    @FunctionalInterface
    private interface UserAction {
        void run() throws Exception;
    }
}
