package dev.millstream.connector.file.src;

import dev.millstream.api.connector.source.ReaderOutput;
import dev.millstream.api.connector.source.SourceReader;
import dev.millstream.api.connector.source.SourceReaderContext;
import dev.millstream.connector.file.src.reader.StreamFormat;
import dev.millstream.core.io.InputStatus;
import dev.millstream.platform.file.ReadableFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads one split at a time, and asks for the next when it is done. */
final class FileSourceReader<T> implements SourceReader<T, FileSourceSplit> {
    /** Records emitted in one call: few enough that a checkpoint or cancellation need not wait. */
    private static final int RECORDS_PER_POLL = 256;

    private record Open<T>(
            FileSourceSplit split, ReadableFile file, StreamFormat.Reader<T> reader) {}

    private final SourceReaderContext context;
    private final StreamFormat<T> format;
    private final Deque<FileSourceSplit> pending = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private @Nullable Open<T> current;
    private boolean noMoreSplits;

    FileSourceReader(SourceReaderContext context, StreamFormat<T> format) {
        this.context = context;
        this.format = format;
    }

    @Override
    public void start() {
        context.sendSplitRequest();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
        Open<T> open = current;
        if (open == null) {
            FileSourceSplit next = pending.poll();
            if (next == null) {
                return noMoreSplits ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
            }
            open = open(next);
            current = open;
        }
        for (int i = 0; i < RECORDS_PER_POLL; i++) {
            T element = open.reader().read();
            if (element == null) {
                finish(open);
                break;
            }
            output.collect(element);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private Open<T> open(FileSourceSplit split) throws IOException {
        ReadableFile file = openFile(split.path());
        try {
            StreamFormat.Reader<T> reader =
                    format.createReader(file, split.offset(), split.offset() + split.length());
            return new Open<>(split, file, reader);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private ReadableFile openFile(String path) throws IOException {
        try {
            return context.platform().files().open(path);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "The file '"
                            + path
                            + "' was found when the job began, but there is none on "
                            + context.getLocalHostName()
                            + ", which is to read it. Put files where all TaskManagers can read"
                            + " them.",
                    e);
        }
    }

    private void finish(Open<T> open) throws IOException {
        open.reader().close();
        open.file().close();
        current = null;
        if (pending.isEmpty() && !noMoreSplits) {
            available = new CompletableFuture<>();
            context.sendSplitRequest();
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return current != null || !pending.isEmpty() || noMoreSplits
                ? CompletableFuture.completedFuture(null)
                : available;
    }

    @Override
    public void addSplits(List<FileSourceSplit> splits) {
        pending.addAll(splits);
        available.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noMoreSplits = true;
        available.complete(null);
    }

    @Override
    public List<FileSourceSplit> snapshotState(long checkpointId) {
        List<FileSourceSplit> splits = new ArrayList<>();
        if (current != null) {
            splits.add(rest(current));
        }
        splits.addAll(pending);
        return splits;
    }

    /** What is left of the split: from the first record that hasn't been emitted. */
    private static FileSourceSplit rest(Open<?> open) {
        FileSourceSplit split = open.split();
        long position = open.reader().position();
        long end = split.offset() + split.length();
        return new FileSourceSplit(
                split.splitId(),
                split.path(),
                position,
                Math.max(0, end - position),
                split.hosts());
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.reader().close();
            current.file().close();
            current = null;
        }
    }
}
