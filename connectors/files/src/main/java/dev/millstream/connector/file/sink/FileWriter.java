package dev.millstream.connector.file.sink;

import dev.millstream.api.common.serialization.Encoder;
import dev.millstream.api.connector.sink2.SinkWriter;
import dev.millstream.platform.time.Cancellable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes the files of one subtask. */
final class FileWriter<T> implements SinkWriter<T> {
    /** Runs something later on the task's thread. */
    @FunctionalInterface
    interface Timer {
        Cancellable schedule(long delayMs, Runnable action);
    }

    private final PartFolder folder;
    private final Encoder<T> encoder;
    private final long partSizeBytes;
    private final long rolloverMs;
    private final Timer timer;

    /** How many files were begun. */
    private int begun;

    private @Nullable PartFile part;
    private Cancellable rollover = () -> {};

    FileWriter(
            PartFolder folder,
            Encoder<T> encoder,
            long partSizeBytes,
            long rolloverMs,
            Timer timer) {
        this.folder = folder;
        this.encoder = encoder;
        this.partSizeBytes = partSizeBytes;
        this.rolloverMs = rolloverMs;
        this.timer = timer;
    }

    @Override
    public void write(T element, Context context) throws IOException {
        PartFile open = part;
        if (open == null) {
            open = folder.begin(begun);
            begun++;
            part = open;
            rollover = timer.schedule(rolloverMs, this::rollOver);
        }
        encoder.encode(element, open);
        if (open.sizeBytes() >= partSizeBytes) {
            complete();
        }
    }

    private void rollOver() {
        try {
            complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** In between, size and age decide when something is to be visible. */
    @Override
    public void flush(boolean endOfInput) throws IOException {
        if (endOfInput) {
            complete();
        }
    }

    private void complete() throws IOException {
        rollover.cancel();
        PartFile open = part;
        if (open != null) {
            folder.complete(open, begun - 1);
            part = null;
        }
    }

    /** A file that isn't complete stays as it is: a later attempt deletes it. */
    @Override
    public void close() throws IOException {
        rollover.cancel();
        PartFile open = part;
        part = null;
        if (open != null) {
            open.close();
        }
    }
}
