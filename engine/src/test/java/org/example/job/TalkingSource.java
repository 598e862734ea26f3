package org.example.job;

import dev.millstream.api.connector.source.Boundedness;
import dev.millstream.api.connector.source.ReaderInfo;
import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.Source;
import dev.millstream.api.connector.source.SourceEvent;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.api.connector.source.SourceSplit;
import dev.millstream.api.connector.source.SplitEnumerator;
import dev.millstream.api.connector.source.SplitEnumeratorContext;
import dev.millstream.core.io.InputStatus;
import dev.millstream.core.io.SimpleVersionedSerializer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Its enumerator assigns splits when readers register, and does what events tell it to; its readers
 * emit the names of their splits and what they are told, and ask for nothing unless they are made
 * to. For one test at a time.
 */
public final class TalkingSource implements Source<String, TalkingSource.Named, String> {
    private static final long serialVersionUID = 1L;

    /** What enumerators have lived through. */
    public static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

    private final int splitsForEach;
    private final boolean readersAsk;

    /**
     * One of these.
     *
     * @param splitsForEach assigned to each reader when it registers
     * @param readersAsk whether readers ask for a split whenever they have read one
     */
    public TalkingSource(int splitsForEach, boolean readersAsk) {
        this.splitsForEach = splitsForEach;
        this.readersAsk = readersAsk;
    }

    /** A split that is its name. */
    public record Named(String name) implements SourceSplit {
        @Override
        public String splitId() {
            return name;
        }
    }

    /** What the two sides say to each other. */
    public record Message(String text) implements SourceEvent {}

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<String, Named> createReader(SourceReaderContext context) {
        return new Reader(context, readersAsk);
    }

    @Override
    public SplitEnumerator<Named, String> createEnumerator(SplitEnumeratorContext<Named> context) {
        return new Enumerator(context, splitsForEach);
    }

    @Override
    public SplitEnumerator<Named, String> restoreEnumerator(
            SplitEnumeratorContext<Named> context, String checkpoint) {
        throw new IllegalStateException("nothing to restore");
    }

    @Override
    public SimpleVersionedSerializer<Named> getSplitSerializer() {
        return new SimpleVersionedSerializer<>() {
            @Override
            public int getVersion() {
                return 1;
            }

            @Override
            public byte[] serialize(Named split) {
                return split.name().getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public Named deserialize(int version, byte[] serialized) {
                return new Named(new String(serialized, StandardCharsets.UTF_8));
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<String> getEnumeratorCheckpointSerializer() {
        throw new IllegalStateException("no checkpoints here");
    }

    private static final class Enumerator implements SplitEnumerator<Named, String> {
        private final SplitEnumeratorContext<Named> context;
        private final int splitsForEach;

        Enumerator(SplitEnumeratorContext<Named> context, int splitsForEach) {
            this.context = context;
            this.splitsForEach = splitsForEach;
        }

        private static void log(String what) {
            LOG.add(what);
        }

        @Override
        public void start() {
            log("start with " + context.registeredReaders().size() + " readers");
        }

        @Override
        public void addReader(int subtaskId) {
            log("reader " + subtaskId + " of " + context.registeredReaders().size());
            for (int i = 0; i < splitsForEach; i++) {
                context.assignSplit(new Named("split " + subtaskId + "." + i), subtaskId);
            }
            if (splitsForEach > 0) {
                context.signalNoMoreSplits(subtaskId);
            }
        }

        @Override
        public void handleSplitRequest(int subtaskId, @Nullable String requesterHostname) {
            ReaderInfo reader = context.registeredReaders().get(subtaskId);
            log("request of " + subtaskId + " at " + requesterHostname + ", " + reader);
            if ("poison".equals(requesterHostname)) {
                throw new IllegalArgumentException("no split for poison");
            }
        }

        @Override
        public void addSplitsBack(List<Named> splits, int subtaskId) {
            log("back " + splits + " from " + subtaskId);
        }

        @Override
        public void handleSourceEvent(int subtaskId, SourceEvent sourceEvent) {
            String text = ((Message) sourceEvent).text();
            log("event " + text + " from " + subtaskId);
            switch (text) {
                case "call" ->
                        context.callAsync(
                                () -> "result", (result, failure) -> log("called: " + result));
                case "call that fails" ->
                        context.callAsync(
                                () -> {
                                    throw new IllegalStateException("in vain");
                                },
                                (result, failure) -> log("failed: " + failure.getMessage()));
                case "call again and again" ->
                        context.callAsync(
                                () -> "again", (result, failure) -> log("called: " + result), 1, 1);
                case "assign to nobody" -> context.assignSplit(new Named("lost"), 99);
                case "assign to anyone" -> {
                    context.assignSplit(new Named("anyone's"), SplitEnumeratorContext.ANY_READER);
                    context.signalNoMoreSplits(SplitEnumeratorContext.ANY_READER);
                }
                case "run" -> context.runInCoordinatorThread(() -> log("ran"));
                default -> {
                    context.sendEventToSourceReader(subtaskId, new Message("re: " + text));
                    context.signalNoMoreSplits(subtaskId);
                }
            }
        }

        @Override
        public String snapshotState(long checkpointId) {
            return "";
        }

        @Override
        public void close() {
            log("close");
        }
    }

    private static final class Reader implements SourceReader<String, Named> {
        private final SourceReaderContext context;
        private final boolean asks;
        private final ArrayDeque<String> texts = new ArrayDeque<>();
        private CompletableFuture<Void> available = new CompletableFuture<>();
        private boolean noMore;

        Reader(SourceReaderContext context, boolean asks) {
            this.context = context;
            this.asks = asks;
        }

        @Override
        public void start() {
            context.sendSourceEventToCoordinator(new Message("hello"));
        }

        @Override
        public InputStatus pollNext(ReaderOutput<String> output) {
            String text = texts.poll();
            if (text == null) {
                available = new CompletableFuture<>();
                return noMore ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            output.collect(text);
            if (asks) {
                context.sendSplitRequest();
            }
            return InputStatus.MORE_AVAILABLE;
        }

        @Override
        public List<Named> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return available;
        }

        @Override
        public void addSplits(List<Named> splits) {
            splits.forEach(split -> texts.add(split.name()));
            available.complete(null);
        }

        @Override
        public void notifyNoMoreSplits() {
            noMore = true;
            available.complete(null);
        }

        @Override
        public void handleSourceEvents(SourceEvent sourceEvent) {
            texts.add(((Message) sourceEvent).text());
            available.complete(null);
        }

        @Override
        public void close() {}
    }
}
